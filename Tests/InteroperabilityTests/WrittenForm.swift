/// A form in which the tool writes a key, and the command that writes it.
enum WrittenForm: String, CaseIterable, Encodable, Sendable {
    case pkcs8PEM, pkcs8DER, pkcs1PEM, pkcs1DER, encryptedPEM, encryptedDER
    case pkcs8Spaces, pkcs8Escaped, pkcs8Base64
    case spkiPEM, spkiDER, pkcs1PublicPEM, pkcs1PublicDER, spkiSpaces
    case privateJWK, publicJWK, jwks

    static let asn1: [Self] = privatePEMAndDER + encrypted + publicPEMAndDER
    static let privatePEMAndDER: [Self] = [.pkcs8PEM, .pkcs8DER, .pkcs1PEM, .pkcs1DER]
    static let publicPEMAndDER: [Self] = [.spkiPEM, .spkiDER, .pkcs1PublicPEM, .pkcs1PublicDER]
    static let encrypted: [Self] = [.encryptedPEM, .encryptedDER]
    static let wrapped: [Self] = [.pkcs8Spaces, .pkcs8Escaped, .pkcs8Base64]
    static let json: [Self] = [.privateJWK, .publicJWK, .jwks]

    var isPrivate: Bool {
        switch self {
        case .pkcs8PEM, .pkcs8DER, .pkcs1PEM, .pkcs1DER, .encryptedPEM, .encryptedDER, .privateJWK,
            .pkcs8Spaces, .pkcs8Escaped, .pkcs8Base64:
            true
        case .spkiPEM, .spkiDER, .pkcs1PublicPEM, .pkcs1PublicDER, .spkiSpaces, .publicJWK, .jwks: false
        }
    }

    var isEncrypted: Bool { Self.encrypted.contains(self) }
    var isDER: Bool { rawValue.hasSuffix("DER") }

    /// What wraps it afterwards: `pem wrap --style`.
    var style: String? {
        switch self {
        case .pkcs8Spaces, .spkiSpaces: "spaces"
        case .pkcs8Escaped: "escaped"
        case .pkcs8Base64: "base64"
        default: nil
        }
    }

    /// - Parameters:
    ///   - source: a file that holds a private key.
    ///   - passphrase: a file.
    func command(_ source: String, passphrase: String) -> [String] {
        let target: [String]
        switch self {
        case .pkcs8PEM, .pkcs8Spaces, .pkcs8Escaped, .pkcs8Base64: target = ["pkcs8"]
        case .pkcs8DER: target = ["pkcs8", "--der"]
        case .pkcs1PEM: target = ["pkcs1"]
        case .pkcs1DER: target = ["pkcs1", "--der"]
        case .encryptedPEM: target = ["pkcs8", "--encrypt", "--passphrase-from", passphrase]
        case .encryptedDER: target = ["pkcs8", "--der", "--encrypt", "--passphrase-from", passphrase]
        case .spkiPEM, .spkiSpaces: target = ["spki"]
        case .spkiDER: target = ["spki", "--der"]
        case .pkcs1PublicPEM: target = ["pkcs1-public"]
        case .pkcs1PublicDER: target = ["pkcs1-public", "--der"]
        case .privateJWK: target = ["jwk"]
        case .publicJWK: target = ["jwk", "--public"]
        case .jwks: return ["jwks", "derive", source, "--out", "-"]
        }
        return ["key", "convert", source, "--out", "-", "--to"] + target
    }
}
