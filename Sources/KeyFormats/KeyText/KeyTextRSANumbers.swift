internal import Encodings

/// The INTEGERs of RSA keys (RFC 8017 A.1): as many as belong there, each positive and in its shortest form.
enum KeyTextRSANumbers {
    private static let privateNames = ["n", "e", "d", "p", "q", "dP", "dQ", "qInv"]

    static func checkPublic(_ der: Span<UInt8>, _ contents: Range<Int>) throws(AuthKeysError) {
        var reader = DERReader(contents)
        for name in privateNames.prefix(2) { try checkNumber(name, der, &reader) }
        try reader.requireEnd()
    }

    /// - Throws: a `der.…` code, `key.malformed`, `keytext.multi-prime`.
    static func checkPrivate(_ der: Span<UInt8>, _ contents: Range<Int>) throws(AuthKeysError) {
        var reader = DERReader(contents)
        let version = try reader.next(.integer, der)
        guard version.contents.count == 1, der[version.contents.lowerBound] <= 1 else {
            throw AuthKeysError(
                KeyCode.malformed, "a version of RSAPrivateKey that is neither 0 nor 1",
                at: SourceLocation(byteOffset: version.offset))
        }
        for name in privateNames { try checkNumber(name, der, &reader) }
        guard der[version.contents.lowerBound] == 0 else {
            throw AuthKeysError(
                KeyTextCode.multiPrime,
                "an RSA key of more than two primes, which WebCrypto and most JWT libraries refuse",
                hint: "make a new key: authkeys generate", at: SourceLocation(byteOffset: version.offset))
        }
        try reader.requireEnd()
    }

    private static func checkNumber(
        _ name: String, _ der: Span<UInt8>, _ reader: inout DERReader
    ) throws(AuthKeysError) {
        let number = try reader.next(.integer, der)
        let contents = number.contents
        let place = SourceLocation(byteOffset: number.offset)
        guard let first = contents.first.map({ der[$0] }), first < 0x80, contents.count > 1 || first != 0 else {
            throw AuthKeysError(KeyCode.malformed, "the number \(name) of an RSA key is not positive", at: place)
        }
        guard first != 0 || der[contents.lowerBound + 1] >= 0x80 else {
            throw AuthKeysError(
                DERCode.encoding, "the number \(name) of an RSA key is not in its shortest form (X.690 §8.3.2)",
                at: place)
        }
    }
}
