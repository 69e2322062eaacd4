internal import Encodings

/// What a DER value is by the types of its first members, as far as keys go.
enum DERKeyKind: Sendable, Hashable {
    case privateKeyInfo, rsaPrivateKey, encryptedPrivateKeyInfo, subjectPublicKeyInfo, rsaPublicKey
    case certificate, ecPrivateKey, dsaPrivateKey, pkcs12

    /// - Returns: `nil` for another shape, or when the bytes end before it can be told.
    init?(of bytes: Span<UInt8>) {
        guard let kind = try? Self.kind(bytes) else { return nil }
        self = kind
    }

    /// - Returns: `nil` for a label that is of none of the keys read here.
    init?(label: String) {
        switch label {
        case KeyForm.pkcs8.label: self = .privateKeyInfo
        case KeyForm.pkcs1.label: self = .rsaPrivateKey
        case KeyForm.spki.label: self = .subjectPublicKeyInfo
        case KeyForm.pkcs1Public.label: self = .rsaPublicKey
        case KeyForm.encryptedLabel: self = .encryptedPrivateKeyInfo
        default: return nil
        }
    }

    private static func kind(_ bytes: Span<UInt8>) throws(AuthKeysError) -> DERKeyKind? {
        var outer = DERReader(0..<bytes.count)
        var members = DERReader(try outer.next(.sequence, bytes).contents)
        let first = try members.next(bytes)
        let second = try members.next(bytes)
        switch (first.tag, second.tag) {
        case (.integer, .sequence):
            return first.contents.last.map { bytes[$0] } == 3 ? .pkcs12 : .privateKeyInfo
        case (.integer, .octetString): return .ecPrivateKey
        case (.integer, .integer): return try kindOfNumbers(bytes, 2, &members)
        case (.sequence, .octetString): return .encryptedPrivateKeyInfo
        case (.sequence, .bitString): return .subjectPublicKeyInfo
        case (.sequence, .sequence): return .certificate
        default: return nil
        }
    }

    /// Two numbers are n and e; five after a version are DSA's; RSA's private key has eight after it.
    private static func kindOfNumbers(
        _ bytes: Span<UInt8>, _ alreadyRead: Int, _ members: inout DERReader
    ) throws(AuthKeysError) -> DERKeyKind? {
        var count = alreadyRead
        while !members.isAtEnd, count < 9 {
            _ = try members.next(.integer, bytes)
            count += 1
        }
        switch count {
        case 2: return .rsaPublicKey
        case 6: return .dsaPrivateKey
        case 9: return .rsaPrivateKey
        default: return nil
        }
    }
}

extension DERKeyKind: CustomStringConvertible {
    /// The structure's name, with its article.
    var description: String {
        switch self {
        case .privateKeyInfo: PrivateKeyInfo.name
        case .rsaPrivateKey: RSAPrivateKeySyntax.name
        case .encryptedPrivateKeyInfo: EncryptedPrivateKeyInfo.name
        case .subjectPublicKeyInfo: SubjectPublicKeyInfo.name
        case .rsaPublicKey: RSAPublicKeySyntax.name
        case .certificate: "an X.509 certificate"
        case .ecPrivateKey: "an elliptic-curve private key"
        case .dsaPrivateKey: "a DSA private key"
        case .pkcs12: "a PKCS#12 store"
        }
    }
}
