extension JWKSetDocument.Entry {
    /// The RSA key in it, also when another member keeps it from being a ``JWK``: an `alg` that is not read here, a kid
    /// that is no string.
    package var rsaKey: RSAPublicKey? {
        if let jwk = try? key.get() { return jwk.key }
        let object = JWKObject(json)
        guard json["kty"]?.string == "RSA", let n = try? object.number("n"), let e = try? object.number("e") else {
            return nil
        }
        return try? RSAPublicKey(n: n, e: e)
    }

    /// The `kid`, when it is a string.
    package var keyID: KeyID? { json["kid"]?.string.map { KeyID($0) } }
}
