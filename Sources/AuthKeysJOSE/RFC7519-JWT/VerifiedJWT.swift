/// A token that a ``JWTVerifier`` has accepted. There is no other way to make one.
public struct VerifiedJWT<Claims: Sendable>: Sendable {
    public let claims: Claims
    /// The claims as they were written.
    public let registeredClaims: JWTClaims
    let keys: VerificationKeys
    let selection: KnownHeaders.Selection

    // Not `package`: nothing but a verifier of this module makes one.
    init(
        claims: Claims, registeredClaims: JWTClaims, keys: VerificationKeys, selection: KnownHeaders.Selection
    ) {
        self.claims = claims
        self.registeredClaims = registeredClaims
        self.keys = keys
        self.selection = selection
    }

    /// The `alg`.
    public var algorithm: JWSAlgorithm { selection.algorithm }

    /// The `kid` of the key whose signature it carries.
    public var keyID: KeyID? { keys.keyID(of: selection.key) }

    /// The key whose signature it carries.
    public var key: JWK { keys[selection.key] }
}
