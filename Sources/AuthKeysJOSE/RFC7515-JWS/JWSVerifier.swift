/// Verifies the signature of a JWS (RFC 7515 §5.2) with the one key of a set that its header selects.
public struct JWSVerifier: Sendable {
    private let keys: JWKSet
    private let algorithms: [JWSAlgorithm]

    public init(keys: JWKSet, algorithms: [JWSAlgorithm] = [.rs256]) {
        self.keys = keys
        self.algorithms = algorithms
    }

    /// The payload, when the signature is good. Claims are not looked at.
    /// - Throws: the codes of ``CompactJWS/init(_:)``, `jose.algorithm`, `jwks.no-matching-key`, `jwks.ambiguous-key`,
    ///   `key.size`, `jws.signature`.
    public func verify(_ token: String) throws(AuthKeysError) -> [UInt8] {
        let jws = try CompactJWS(token)
        guard let algorithm = algorithms.first(where: { $0.name.utf8.elementsEqual(jws.header.algorithm.utf8) }) else {
            throw AuthKeysError(
                JOSECode.algorithm, "the token's alg is \(Escaper.json(jws.header.algorithm))",
                hint: "only \(algorithms.map(\.name).joined(separator: ", ")) is accepted")
        }
        let key = try key(for: jws.header, algorithm: algorithm)
        guard key.keySizeInBits >= algorithm.minimumKeySizeInBits else {
            throw AuthKeysError(KeyCode.size, "the key that the token names has \(key.keySizeInBits) bits")
        }
        guard key.isValidSignature(jws.signature.span, for: jws.signingInput.span, hash: algorithm.hash) else {
            throw AuthKeysError(JOSECode.signature, "the signature was not made by the key that the token names")
        }
        return jws.payload
    }

    /// A kid selects exactly one key and never falls back to another; without one, a single key must be eligible.
    private func key(for header: ProtectedHeader, algorithm: JWSAlgorithm) throws(AuthKeysError) -> RSAPublicKey {
        let eligible = keys.keys.filter { key in
            key.mayVerify(algorithm) && (header.keyID == nil || key.keyID == header.keyID)
        }
        guard let key = eligible.first else {
            let named = header.keyID.map { "with the kid \(Escaper.json($0.description))" } ?? "for \(algorithm.name)"
            throw AuthKeysError(JOSECode.noMatchingKey, "the set has no key \(named)")
        }
        guard eligible.count == 1 else {
            throw AuthKeysError(
                JOSECode.ambiguousKey, "the token names no kid, and \(eligible.count) keys could have signed it")
        }
        return key.key
    }
}
