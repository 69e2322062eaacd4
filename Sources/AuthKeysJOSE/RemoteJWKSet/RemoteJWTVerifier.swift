/// Verifies tokens with the keys of an issuer that are fetched as they are needed.
///
/// A token that is refused because its kid is unknown, and for nothing else, brings about one more fetch within the
/// limits of ``RemoteJWKSet``, and is judged again.
public final class RemoteJWTVerifier: Sendable {
    private let remoteKeys: RemoteJWKSet
    private let expectations: ClaimsExpectations
    private let algorithms: [JWSAlgorithm]
    private let types: [String]
    /// The verifier of the set that was used last: making one for each token would lose what it has prepared.
    private let prepared = GuardedState<(keys: JWKSet, verifier: JWTVerifier)?>(nil)

    /// The parameters are those of ``JWTVerifier/init(keys:expecting:algorithms:types:)``.
    public init(
        keys: RemoteJWKSet, expecting expectations: ClaimsExpectations, algorithms: [JWSAlgorithm] = [.rs256],
        types: [String] = ["JWT"]
    ) {
        remoteKeys = keys
        self.expectations = expectations
        self.algorithms = algorithms
        self.types = types
    }

    /// - Throws: `JWTRefusal` for a token that is not accepted; `AuthKeysError`, with the codes of
    ///   ``RemoteJWKSet/keys()``, when there is no set to judge it with.
    public func verify(_ token: String, at time: NumericDate) async throws -> VerifiedJWT<JWTClaims> {
        try await verify(token) { verifier throws(JWTRefusal) in try verifier.verify(token, at: time) }
    }

    /// The same, with the claims as a type of the caller's.
    public func verify<Claims: Decodable & Sendable>(
        _ token: String, as type: Claims.Type, at time: NumericDate
    ) async throws -> VerifiedJWT<Claims> {
        try await verify(token) { verifier throws(JWTRefusal) in try verifier.verify(token, as: type, at: time) }
    }

    private func verify<Claims>(
        _ token: String, _ judge: (JWTVerifier) throws(JWTRefusal) -> VerifiedJWT<Claims>
    ) async throws -> VerifiedJWT<Claims> {
        let keys = try await remoteKeys.keys()
        do {
            return try judge(verifier(for: keys))
        } catch {
            guard let keyID = error.unknownKeyID(of: token, in: keys) else { throw error }
            let newer = try await remoteKeys.keys(refetchingFor: keyID)
            guard newer != keys else { throw error }
            return try judge(verifier(for: newer))
        }
    }

    private func verifier(for keys: JWKSet) -> JWTVerifier {
        prepared.withLock { prepared in
            if let prepared, prepared.keys == keys { return prepared.verifier }
            let verifier = JWTVerifier(keys: keys, expecting: expectations, algorithms: algorithms, types: types)
            prepared = (keys, verifier)
            return verifier
        }
    }
}

extension JWTRefusal {
    /// The token's kid, when it is all that is wrong with the token that the set does not have it.
    fileprivate func unknownKeyID(of token: String, in keys: JWKSet) -> KeyID? {
        guard failures.map(\.code) == [JOSECode.noMatchingKey.code],
            let keyID = try? CompactJWS(token).header.keyID, !keys.keys.contains(where: { $0.keyID == keyID })
        else { return nil }
        return keyID
    }
}
