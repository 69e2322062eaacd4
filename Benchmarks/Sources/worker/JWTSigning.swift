import AuthKeysJOSE

/// The signer that is measured, as a user of the library calls it: from claims to a token.
struct JWTSigning: Sendable {
    private let signer: JWTSigner

    init(key: RSAPrivateKey, keyID: KeyID?) throws {
        signer = try JWTSigner(key: key, keyID: keyID)
    }

    func sign(_ claims: JSONValue) throws -> String {
        try signer.sign(claims)
    }
}
