extension PrivateJWK {
    /// Compact JSON without a line end: kty, use, key_ops, alg, kid, n, e, d, p, q, dp, dq, qi, in that order, each only
    /// when it is there. The text and every step to it are wiped.
    /// - Throws: `crypto.failed`, also for a key that came without its primes.
    public func jsonRepresentation() throws(AuthKeysError) -> SecretBytes {
        let numbers = try key.numbers()
        var text = SecretBuilder(reservingCapacity: 8192)
        text.append(String(publicJWK(withOwnOperations: operations).json.compactJSON.dropLast()))
        for (name, number) in [
            ("d", numbers.d), ("p", numbers.p), ("q", numbers.q), ("dp", numbers.dp), ("dq", numbers.dq),
            ("qi", numbers.qi),
        ] {
            text.append(",\"\(name)\":\"")
            let encoded = number.withBytes { number in
                SecretBytes(capacity: Base64URL.encodedCount(number.count)) { Base64URL.encode(number, into: &$0) }
            }
            encoded.withBytes { text.append($0) }
            text.append("\"")
        }
        text.append("}")
        return text.finish()
    }

    /// The members that come before the private ones are written as those of a public JWK are.
    private func publicJWK(withOwnOperations operations: [String]?) -> JWK {
        JWK(key.publicKey, keyID: keyID, algorithm: algorithm, use: use, operations: operations)
    }
}
