import AuthKeysJOSE

/// Public keys that are not real: 2048 bits, odd, and different from each other.
enum SampleKeys {
    static func key(_ number: UInt8) throws -> RSAPublicKey {
        try RSAPublicKey(n: [0xC0, number] + [UInt8](repeating: 0, count: 253) + [1], e: [1, 0, 1])
    }

    static func n(_ number: UInt8) -> String {
        Base64URL.encode(([0xC0, number] + [UInt8](repeating: 0, count: 253) + [1]).span)
    }

    /// Compact JSON; a kid is JSON without its quotes.
    static func jwk(_ number: UInt8, kid: String?) -> String {
        #"{"kty":"RSA","use":"sig","alg":"RS256",\#(kid.map { #""kid":"\#($0)","# } ?? "")"n":"\#(n(number))","e":"AQAB"}"#
    }

    static func set(_ keys: String...) -> String {
        #"{"keys":["# + keys.joined(separator: ",") + "]}"
    }
}
