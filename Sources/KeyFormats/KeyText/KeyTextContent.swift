extension KeyText {
    /// The kind of thing that a text holds.
    public enum Content: Sendable, Hashable {
        /// PrivateKeyInfo (RFC 5208 §5) of an RSA key, `PRIVATE KEY`.
        case pkcs8
        /// PrivateKeyInfo of another key; the algorithm's name, or its object identifier when it has none here.
        case otherPKCS8(algorithm: String)
        /// EncryptedPrivateKeyInfo (RFC 5208 §6), `ENCRYPTED PRIVATE KEY`.
        case encryptedPKCS8
        /// RSAPrivateKey (RFC 8017 A.1.2), `RSA PRIVATE KEY`.
        case pkcs1
        /// The same under the encryption of PEM (RFC 1421 §4.6), with the headers `Proc-Type` and `DEK-Info`.
        case encryptedPKCS1
        /// SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) of an RSA key, `PUBLIC KEY`.
        case spki
        case otherSPKI(algorithm: String)
        /// RSAPublicKey (RFC 8017 A.1.1), `RSA PUBLIC KEY`.
        case pkcs1Public
        case certificate
        /// ECPrivateKey (RFC 5915 §3), `EC PRIVATE KEY`.
        case ecPrivate
        case openSSHPrivate
        case openSSHPublic
        /// A JWK (RFC 7517 §4).
        case jwk(isPrivate: Bool)
        /// A JWK Set (RFC 7517 §5); private when any of its keys is.
        case jwks(isPrivate: Bool)
        /// A token in compact form (RFC 7519).
        case jwt
        /// PEM under a label that names none of these.
        case otherPEM
        case unknown
        /// Nothing, or white space only.
        case empty
    }
}

extension KeyText.Content {
    /// The label of its canonical PEM; `nil` for what is not PEM.
    public var label: String? {
        switch self {
        case .pkcs8, .otherPKCS8: "PRIVATE KEY"
        case .encryptedPKCS8: "ENCRYPTED PRIVATE KEY"
        case .pkcs1, .encryptedPKCS1: "RSA PRIVATE KEY"
        case .spki, .otherSPKI: "PUBLIC KEY"
        case .pkcs1Public: "RSA PUBLIC KEY"
        case .certificate: "CERTIFICATE"
        case .ecPrivate: "EC PRIVATE KEY"
        case .openSSHPrivate: "OPENSSH PRIVATE KEY"
        case .openSSHPublic, .jwk, .jwks, .jwt, .otherPEM, .unknown, .empty: nil
        }
    }

    /// Whether it must be kept secret, encrypted or not.
    public var isPrivate: Bool {
        switch self {
        case .pkcs8, .otherPKCS8, .encryptedPKCS8, .pkcs1, .encryptedPKCS1, .ecPrivate, .openSSHPrivate: true
        case .jwk(let isPrivate), .jwks(let isPrivate): isPrivate
        case .spki, .otherSPKI, .pkcs1Public, .certificate, .openSSHPublic, .jwt, .otherPEM, .unknown, .empty: false
        }
    }

    public var isEncrypted: Bool { self == .encryptedPKCS8 || self == .encryptedPKCS1 }

    /// What the label of a block promises.
    init(label: String) {
        self =
            switch label {
            case "PRIVATE KEY": .pkcs8
            case "ENCRYPTED PRIVATE KEY": .encryptedPKCS8
            case "RSA PRIVATE KEY": .pkcs1
            case "PUBLIC KEY": .spki
            case "RSA PUBLIC KEY": .pkcs1Public
            case "CERTIFICATE": .certificate
            case "EC PRIVATE KEY": .ecPrivate
            case "OPENSSH PRIVATE KEY": .openSSHPrivate
            default: .otherPEM
            }
    }
}

extension KeyText.Content: CustomStringConvertible {
    /// With its article: "an RSA private key (PKCS#8)".
    public var description: String {
        switch self {
        case .pkcs8: "an RSA private key (PKCS#8)"
        case .otherPKCS8(let algorithm): "a private key of the algorithm \(algorithm) (PKCS#8)"
        case .encryptedPKCS8: "an encrypted private key (PKCS#8)"
        case .pkcs1: "an RSA private key (PKCS#1)"
        case .encryptedPKCS1: "an encrypted RSA private key (PKCS#1 under PEM encryption)"
        case .spki: "an RSA public key (SubjectPublicKeyInfo)"
        case .otherSPKI(let algorithm): "a public key of the algorithm \(algorithm) (SubjectPublicKeyInfo)"
        case .pkcs1Public: "an RSA public key (PKCS#1)"
        case .certificate: "a certificate"
        case .ecPrivate: "an EC private key (SEC 1)"
        case .openSSHPrivate: "an OpenSSH private key"
        case .openSSHPublic: "an OpenSSH public key"
        case .jwk(let isPrivate): isPrivate ? "a private JWK" : "a public JWK"
        case .jwks(let isPrivate): isPrivate ? "a JWK Set with private keys" : "a JWK Set"
        case .jwt: "a token (JWT)"
        case .otherPEM: "a PEM block of another kind than a key"
        case .unknown: "something else than a key"
        case .empty: "nothing"
        }
    }
}
