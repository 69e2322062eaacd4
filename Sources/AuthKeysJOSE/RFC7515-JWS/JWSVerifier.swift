/// Verifies the signature of a JWS (RFC 7515 §5.2) with the one key of a set that its header selects, whatever the
/// payload is. Claims are the business of ``JWTVerifier``.
public struct JWSVerifier: Sendable {
    private let keys: VerificationKeys

    public init(keys: JWKSet, algorithms: [JWSAlgorithm] = [.rs256]) {
        self.keys = VerificationKeys(keys, algorithms: algorithms)
    }

    /// The payload, when the signature is good.
    /// - Throws: the codes of ``CompactJWS/init(_:)``, `jose.algorithm`, `jwks.no-matching-key`, `jwks.ambiguous-key`,
    ///   `key.size`, `key.exponent`, `weak.roca`, `jws.signature`.
    public func verify(_ token: String) throws(AuthKeysError) -> [UInt8] {
        let token = token.utf8.span
        let parts = try JWSParts(token)
        let header = try JWSHeader(parts.decodedHeader)
        if let obstacle = header.obstacle { throw obstacle }
        let algorithm = try keys.algorithm(named: header.algorithm)
        let key = try keys[keys.key(for: header, algorithm: algorithm)]
        guard parts.isSigned(by: key.key, algorithm, in: token) else { throw JWSParts.badSignature(keyID: key.keyID) }
        return parts.payload
    }
}
