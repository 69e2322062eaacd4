internal import Encodings

/// As much of a PKCS#8 key (RFC 5208 §5) as its importers look at: none of them asks whether the numbers agree.
///
/// ```
/// PrivateKeyInfo ::= SEQUENCE {
///   version INTEGER, privateKeyAlgorithm AlgorithmIdentifier, privateKey OCTET STRING, … }
/// ```
struct PKCS8Structure {
    enum Kind { case rsa, otherKind, otherWithRSAParameters }

    let kind: Kind
    let hasRSAPrivateKey: Bool
    /// In bits.
    let modulusLength: Int
    let modulusIsOdd: Bool

    /// 1.2.840.113549.1.1.1
    private static let rsaEncryption: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]
    /// How many INTEGERs a private key of two primes has, its version among them.
    private static let integerCount = 9

    /// - Parameter allowsMore: whether what follows the key is passed over.
    init(_ der: Span<UInt8>, allowsMore: Bool) throws(AuthKeysError) {
        var outer = DERReader(0..<der.count)
        var info = DERReader(try outer.next(.sequence, der).contents)
        if !allowsMore { try outer.requireEnd() }
        let version = try info.next(.integer, der).contents
        guard version.count == 1, der[version.lowerBound] < 0x80 else {
            throw AuthKeysError(DERCode.encoding, "a version below zero or of several octets")
        }
        var algorithm = DERReader(try info.next(.sequence, der).contents)
        let identifier = try algorithm.next(.objectIdentifier, der).contents
        let isRSA =
            identifier.count == Self.rsaEncryption.count
            && zip(identifier, Self.rsaEncryption).allSatisfy { der[$0] == $1 }
        let hasNull = try algorithm.nextIfPresent(.null, der) != nil
        let privateKey = try info.next(.octetString, der).contents
        _ = try info.nextIfPresent(.context(0, isConstructed: true), der)
        _ = try info.nextIfPresent(.context(1, isConstructed: false), der)
        try info.requireEnd()
        kind = isRSA ? .rsa : hasNull ? .otherWithRSAParameters : .otherKind
        let modulus = Self.modulus(privateKey, der)
        hasRSAPrivateKey = modulus != nil
        var significant = modulus ?? 0..<0
        while let first = significant.first, der[first] == 0 { significant = significant.dropFirst() }
        modulusLength = significant.first.map { significant.count * 8 - der[$0].leadingZeroBitCount } ?? 0
        modulusIsOdd = significant.last.map { der[$0] & 1 == 1 } ?? false
    }

    /// The second of the integers of a PKCS#1 RSAPrivateKey, when it has them all.
    private static func modulus(_ range: Range<Int>, _ der: Span<UInt8>) -> Range<Int>? {
        var outer = DERReader(range)
        guard let sequence = try? outer.next(.sequence, der) else { return nil }
        var members = DERReader(sequence.contents)
        var integers: [Range<Int>] = []
        for _ in 0..<integerCount {
            guard let integer = try? members.next(.integer, der) else { return nil }
            integers.append(integer.contents)
        }
        return integers[1]
    }
}
