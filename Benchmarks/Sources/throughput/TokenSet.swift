import AuthKeysJOSE

/// The work: distinct tokens, signed in turn by several keys, each of which its token names by its kid.
struct TokenSet {
    struct Token {
        let key: Int
        let payload: [UInt8]
        let compact: String
    }

    static let keyCount = 4

    let keys: [RSAPrivateKey]
    let signers: [JWSSigner]
    let publicKeys: JWKSet
    let tokens: [Token]

    init(count: Int) throws {
        var keys: [RSAPrivateKey] = []
        for _ in 0..<Self.keyCount { keys.append(try RSAPrivateKey(keySize: .bits2048)) }
        let keyIDs = try keys.map { try $0.publicKey.thumbprint() }
        let signers = try zip(keys, keyIDs).map { key, keyID in try JWSSigner(key: key, keyID: keyID) }
        self.keys = keys
        self.signers = signers
        publicKeys = try JWKSet(zip(keys, keyIDs).map { key, keyID in JWK(key.publicKey, keyID: keyID) })
        tokens = try (0..<count).map { index in
            let key = index % Self.keyCount
            let payload = Array(Self.claims(index).utf8)
            return Token(key: key, payload: payload, compact: try signers[key].sign(payload.span))
        }
    }

    /// Seven claims, as an access token has them.
    private static func claims(_ index: Int) -> String {
        let issuedAt = 1_760_000_000 + index
        return """
            {"iss":"https://auth.example.com","sub":"user-\(index)|session-\(index * 7919)","aud":"api",\
            "iat":\(issuedAt),"nbf":\(issuedAt),"exp":\(issuedAt + 3600),"jti":"token-\(index)"}
            """
    }
}
