package import Encodings

/// A public key of any kind (RFC 5280 §4.1.2.7), taken apart: nothing is decoded yet.
///
/// ```
/// SubjectPublicKeyInfo ::= SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING }
/// ```
package struct SubjectPublicKeyInfo: Sendable {
    package static let name = "a SubjectPublicKeyInfo"

    package let algorithm: AlgorithmIdentifier
    /// Where the key stands, for RSA an RSAPublicKey (RFC 8017 A.1.1).
    package let publicKey: Range<Int>

    /// - Throws: `key.malformed`, `key.non-canonical`.
    package init(_ der: Span<UInt8>) throws(AuthKeysError) {
        (algorithm, publicKey) = try DamagedStructure.naming(Self.name) { () throws(AuthKeysError) in
            var members = try DERReader.members(der)
            let algorithm = try AlgorithmIdentifier(&members, der)
            let key = try DERReader.wholeBytes(members.next(.bitString, der).contents, der)
            try members.requireEnd()
            return (algorithm, key)
        }
    }

    /// - Returns: departures that leave no doubt about the key.
    /// - Throws: `key.not-rsa`, `key.rsa-pss`, `key.malformed`, `key.non-canonical`.
    package func requireRSA(_ der: Span<UInt8>) throws(AuthKeysError) -> [PKCS8Code] {
        try DamagedStructure.naming(Self.name) { () throws(AuthKeysError) in
            try algorithm.requireRSA("a public key", der).map { [$0] } ?? []
        }
    }
}
