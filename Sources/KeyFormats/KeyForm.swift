/// The ASN.1 structures that an RSA key is kept in.
public enum KeyForm: String, Sendable, Hashable, CaseIterable {
    /// PrivateKeyInfo (RFC 5208 §5), or EncryptedPrivateKeyInfo when it is encrypted; what `jose` and Convex read.
    case pkcs8
    /// RSAPrivateKey (RFC 8017 A.1.2), PEM label `RSA PRIVATE KEY`.
    case pkcs1
    /// SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), PEM label `PUBLIC KEY`.
    case spki
    /// RSAPublicKey (RFC 8017 A.1.1), PEM label `RSA PUBLIC KEY`.
    case pkcs1Public = "pkcs1-public"

    public var isPrivate: Bool {
        switch self {
        case .pkcs8, .pkcs1: true
        case .spki, .pkcs1Public: false
        }
    }

    /// The PEM label of an unencrypted key.
    package var label: String {
        switch self {
        case .pkcs8: RSAPrivateKey.label
        case .pkcs1: "RSA PRIVATE KEY"
        case .spki: RSAPublicKey.label
        case .pkcs1Public: "RSA PUBLIC KEY"
        }
    }

    static let encryptedLabel = "ENCRYPTED PRIVATE KEY"

    /// The structure's name, with its article.
    var name: String {
        switch self {
        case .pkcs8: PrivateKeyInfo.name
        case .pkcs1: RSAPrivateKeySyntax.name
        case .spki: SubjectPublicKeyInfo.name
        case .pkcs1Public: RSAPublicKeySyntax.name
        }
    }
}

public enum KeyEncoding: String, Sendable, Hashable, CaseIterable {
    /// RFC 7468.
    case pem
    /// The bytes of the structure themselves (X.690 §10).
    case der
}
