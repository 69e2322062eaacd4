extension JWKSet {
    /// The set that publishes these keys, in the order given: the one that signs goes first, because readers that take
    /// the first key take that one.
    ///
    /// - Parameters:
    ///   - keys: each once.
    ///   - keyID: for a set of one key; `nil` gives each key its thumbprint (RFC 7638).
    ///   - algorithm: the `alg` of each; `nil` for none.
    /// - Throws: `jwk.kid` for a kid beside several keys, `jwks.duplicate-key`, `jwks.too-many-keys`, `crypto.failed`.
    public init(
        publishing keys: [RSAPublicKey], keyID: KeyID? = nil, algorithm: JWSAlgorithm? = .rs256
    ) throws(AuthKeysError) {
        guard keyID == nil || keys.count == 1 else {
            throw AuthKeysError(
                JOSECode.keyID, "one kid for \(keys.count) keys",
                hint: "leave the kid out, and each key gets its thumbprint")
        }
        var seen: [RSAPublicKey: Int] = [:]
        var jwks: [JWK] = []
        for (index, key) in keys.enumerated() {
            if let earlier = seen.updateValue(index, forKey: key) {
                throw AuthKeysError(
                    JOSECode.duplicateKey, "key \(earlier + 1) and key \(index + 1) of those given are the same",
                    hint: "give each key once, its private or its public half")
            }
            let name = if let keyID { keyID } else { try key.thumbprint() }
            jwks.append(JWK(key, keyID: name, algorithm: algorithm))
        }
        try self.init(jwks)
    }
}
