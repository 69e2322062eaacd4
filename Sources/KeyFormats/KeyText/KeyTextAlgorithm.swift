internal import Encodings

/// AlgorithmIdentifier (RFC 5280 §4.1.1.2) of a key.
struct KeyTextAlgorithm {
    /// Its usual name; the object identifier in dotted form when it has none here.
    let name: String
    let parameters: DERValue?

    private static let rsa = "1.2.840.113549.1.1.1"
    private static let names = [
        rsa: "RSA", "1.2.840.113549.1.1.7": "RSAES-OAEP", "1.2.840.113549.1.1.10": "RSASSA-PSS",
        "1.2.840.113549.1.1.11": "sha256WithRSAEncryption", "1.2.840.10045.2.1": "EC", "1.2.840.10040.4.1": "DSA",
        "1.2.840.113549.1.3.1": "DH", "1.3.101.110": "X25519", "1.3.101.111": "X448", "1.3.101.112": "Ed25519",
        "1.3.101.113": "Ed448",
    ]

    var isRSA: Bool { name == "RSA" }

    /// - Throws: a `der.…` code, or `key.malformed` for RSA with parameters other than NULL.
    init(_ der: Span<UInt8>, _ identifier: DERValue) throws(AuthKeysError) {
        var reader = DERReader(identifier.contents)
        let object = try reader.next(.objectIdentifier, der)
        let parameters = reader.isAtEnd ? nil : try reader.next(der)
        try reader.requireEnd()
        let dotted = Self.dotted(der, object.contents)
        name = Self.names[dotted] ?? dotted
        self.parameters = parameters
        if dotted == Self.rsa, let parameters, parameters.tag != .null || !parameters.contents.isEmpty {
            throw AuthKeysError(
                KeyCode.malformed, "an algorithm identifier of RSA with parameters other than NULL (RFC 8017 A.1)",
                at: SourceLocation(byteOffset: parameters.offset))
        }
    }

    /// X.690 §8.19: seven bits a byte; the first number holds the first two.
    private static func dotted(_ der: Span<UInt8>, _ contents: Range<Int>) -> String {
        var numbers: [UInt64] = []
        var number: UInt64 = 0
        for index in contents.prefix(32) {
            number = (number & (.max >> 8)) << 7 | UInt64(der[index] & 0x7F)
            guard der[index] & 0x80 == 0 else { continue }
            if numbers.isEmpty {
                let first = min(number / 40, 2)
                numbers = [first, number - 40 * first]
            } else {
                numbers.append(number)
            }
            number = 0
        }
        return numbers.map { String($0) }.joined(separator: ".")
    }
}
