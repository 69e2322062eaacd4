extension RSAPublicKey {
    /// The JWK thumbprint with SHA-256 (RFC 7638 §3), base64url: 43 characters that name this key and no other.
    ///
    /// ```
    /// base64url(SHA-256({"e":"AQAB","kty":"RSA","n":"…"}))
    /// ```
    /// - Throws: `crypto.failed`.
    public func thumbprint() throws(AuthKeysError) -> KeyID {
        let members = JSONValue.object([
            "e": .string(Base64URL.encode(e.span)), "kty": .string("RSA"), "n": .string(Base64URL.encode(n.span)),
        ])
        let digest = try SHA2.sha256.digest(members.compactJSON.utf8.span)
        return KeyID(Base64URL.encode(digest.span))
    }
}
