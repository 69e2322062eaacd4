import AuthKeysJOSE

/// The signer that is measured, as a user of the library calls it: from claims to a token.
struct JWTSigning: Sendable {
    private let signer: JWSSigner

    init(key: RSAPrivateKey, keyID: KeyID?) throws {
        signer = try JWSSigner(key: key, keyID: keyID)
    }

    func sign(_ claims: JSONValue) throws -> String {
        try signer.sign(claims)
    }
}
