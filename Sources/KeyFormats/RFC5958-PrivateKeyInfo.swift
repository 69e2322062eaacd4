package import Encodings

/// A private key of any kind, "PKCS#8" (RFC 5208 §5; OneAsymmetricKey of RFC 5958 §2), taken apart: nothing is decoded
/// yet.
///
/// ```
/// OneAsymmetricKey ::= SEQUENCE {
///   version Version, privateKeyAlgorithm AlgorithmIdentifier, privateKey OCTET STRING,
///   attributes [0] IMPLICIT SET OF Attribute OPTIONAL, publicKey [1] IMPLICIT BIT STRING OPTIONAL }
/// ```
package struct PrivateKeyInfo: Sendable {
    package static let name = "a PKCS#8 PrivateKeyInfo"

    /// 0 is RFC 5208's; 1 is RFC 5958's, for a key with its public half.
    package let version: Int
    package let algorithm: AlgorithmIdentifier
    /// Where the key stands, for RSA an RSAPrivateKey (RFC 8017 A.1.2).
    package let privateKey: Range<Int>
    /// Where the attributes stand. They are lost when the key is written: libcrypto keeps none.
    package let attributes: Range<Int>?
    /// Where the public half stands, for RSA an RSAPublicKey (RFC 8017 A.1.1).
    package let publicKey: Range<Int>?
    /// Departures that leave no doubt about the key; a strict reading refuses the first.
    package let deviations: [PKCS8Code]

    /// - Throws: `key.malformed`, `key.non-canonical`.
    package init(_ der: Span<UInt8>) throws(AuthKeysError) {
        self = try DamagedStructure.naming(Self.name) { () throws(AuthKeysError) in try Self(parsing: der) }
    }

    private init(parsing der: Span<UInt8>) throws(AuthKeysError) {
        var deviations: [PKCS8Code] = []
        var members = try DERReader.members(der)
        version = try members.nextCount(der)
        guard version <= 1 else {
            throw AuthKeysError(KeyCode.malformed, "\(Self.name) of version \(version), where there are 0 and 1")
        }
        algorithm = try AlgorithmIdentifier(&members, der)
        privateKey = try members.next(.octetString, der).contents
        attributes = try members.nextIfPresent(.context(0, isConstructed: true), der)?.contents
        if let attributes {
            try Self.checkAttributes(attributes, der)
            if attributes.isEmpty { deviations.append(.emptyAttributes) }
        }
        let bits = try members.nextIfPresent(.context(1, isConstructed: false), der)?.contents
        if let bits { publicKey = try DERReader.wholeBytes(bits, der) } else { publicKey = nil }
        if (version == 1) != (publicKey != nil) { deviations.append(.version) }
        try members.requireEnd()
        self.deviations = deviations
    }

    /// `Attribute ::= SEQUENCE { type OBJECT IDENTIFIER, values SET SIZE (1..MAX) OF ANY }`
    private static func checkAttributes(_ attributes: Range<Int>, _ der: Span<UInt8>) throws(AuthKeysError) {
        var reader = DERReader(attributes)
        while !reader.isAtEnd {
            var members = DERReader(try reader.next(.sequence, der).contents)
            _ = try ObjectIdentifier(members.next(.objectIdentifier, der).contents, in: der)
            var values = DERReader(try members.next(.set, der).contents)
            repeat { _ = try values.next(der) } while !values.isAtEnd
            try members.requireEnd()
        }
    }

    /// - Returns: all deviations, that of the algorithm's parameters included.
    /// - Throws: `key.not-rsa`, `key.rsa-pss`, `key.malformed`, `key.non-canonical`.
    package func requireRSA(_ der: Span<UInt8>) throws(AuthKeysError) -> [PKCS8Code] {
        try DamagedStructure.naming(Self.name) { () throws(AuthKeysError) in
            (try algorithm.requireRSA("a private key", der).map { [$0] } ?? []) + deviations
        }
    }
}
