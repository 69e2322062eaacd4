internal import AuthKeysJOSE
internal import Encodings

/// A JWK as a consumer meets it, before it is known to hold a key.
struct PublishedKey: Sendable {
    let json: JSONValue
    /// As this library reads RSA keys; `nil` for what is none.
    let rsaKey: RSAPublicKey?
    /// In bits; 0 where there is no modulus.
    let modulusLength: Int
    /// Whether there are numbers to look at, be they those of a key or not.
    let hasNumbers: Bool

    /// Base64url in its one form, and a key that libraries which look at what they are given take.
    init(_ entry: JWKSetDocument.Entry) {
        json = entry.json
        rsaKey = entry.rsaKey
        modulusLength = rsaKey?.keySizeInBits ?? 0
        hasNumbers = rsaKey != nil
    }

    init(_ key: JWK) {
        json = key.json
        rsaKey = key.key
        modulusLength = key.key.keySizeInBits
        hasNumbers = true
    }

    /// As Node's WebCrypto imports a JWK: numbers are taken for text, and what is not base64 in it is passed over.
    init(importing json: JSONValue) {
        self.json = json
        let modulus = Self.octets(json.last("n"))
        rsaKey = try? RSAPublicKey(n: modulus, e: Self.octets(json.last("e")))
        modulusLength = modulus.first.map { modulus.count * 8 - $0.leadingZeroBitCount } ?? 0
        hasNumbers = true
    }

    func text(_ name: String) -> String? { json.last(name)?.string }

    private static func octets(_ value: JSONValue?) -> [UInt8] {
        let text = Array((value?.string ?? value?.number?.text ?? "").utf8)
            .filter { UInt8(ascii: "-") == $0 || UInt8(ascii: "_") == $0 || isStandard($0) }
        let octets = (try? ForgivingBase64(alphabet: .either).decode(text.span).get()) ?? []
        return Array(octets.drop { $0 == 0 })
    }

    private static func isStandard(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
