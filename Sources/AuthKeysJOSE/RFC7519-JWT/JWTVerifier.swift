/// Verifies JWTs (RFC 7519 §7.2, RFC 8725) with the keys, for the issuer and audience, and with the algorithms that it
/// was made for. Nothing in a token chooses any of them.
///
/// - `exp` is required, unless ``ClaimsExpectations/requiresExpiry`` says otherwise.
/// - Only RS256, unless others are named.
/// - A token is at most 16 KiB long, its JSON at most 32 deep, and no object in it has a member twice.
/// - A kid selects the key that has it, and never falls back to another; without a kid exactly one key may be eligible.
/// - The key has 2048 to 8192 bits, an odd exponent from 65,537 up to 32 bits, and not the structure of ROCA keys.
/// - `crit`, `b64` and `cty` are refused; `typ` is absent or `JWT`. `jku`, `jwk`, `x5u` and `x5c` are not
///   looked at.
///
/// ```swift
/// let verifier = try JWTVerifier(
///     keys: keys, expecting: ClaimsExpectations(issuer: .exactly("https://example.com"), audience: .contains("api")))
/// let user = try verifier.verify(token, at: now).claims.subject
/// ```
///
/// It is a value that many threads may use at once; making one for each token loses what it has prepared.
public struct JWTVerifier: Sendable {
    private let rules: JWTRules

    /// - Parameters:
    ///   - keys: whose tokens are accepted.
    ///   - expectations: whose, for whom and how long.
    ///   - algorithms: those that are accepted; a key whose `alg` names one is used for that one only.
    ///   - types: what `typ` may be, whatever the case of its ASCII letters; a token without `typ` is accepted too.
    public init(
        keys: JWKSet, expecting expectations: ClaimsExpectations, algorithms: [JWSAlgorithm] = [.rs256],
        types: [String] = ["JWT"]
    ) {
        rules = JWTRules(
            keys: VerificationKeys(keys, algorithms: algorithms), expectations: expectations, types: types)
    }

    /// For one key that was chosen by hand. Where it has no kid, it may be the one that a token calls by any.
    package init(
        key: JWK, expecting expectations: ClaimsExpectations, algorithms: [JWSAlgorithm] = [.rs256],
        types: [String] = ["JWT"]
    ) throws(AuthKeysError) {
        let keys = try VerificationKeys(
            JWKSet([key]), algorithms: algorithms, ignoresKeyIDs: key.keyID == nil)
        rules = JWTRules(keys: keys, expectations: expectations, types: types)
    }

    private init(_ rules: JWTRules) {
        self.rules = rules
    }

    /// The same verifier in memory of its own, for a thread that verifies token after token: threads that share one count
    /// references to the same objects for each of them, and their processors wait for each other.
    package func copy() throws(AuthKeysError) -> JWTVerifier {
        JWTVerifier(
            JWTRules(keys: try rules.keys.copy(), expectations: rules.expectations, types: rules.types))
    }

    /// - Parameters:
    ///   - token: in compact serialisation, nothing before or after it.
    ///   - time: now, by the caller's clock.
    public func verify(_ token: String, at time: NumericDate) throws(JWTRefusal) -> VerifiedJWT<JWTClaims> {
        try verify(token.utf8.span, at: time)
    }

    /// The same for ASCII bytes.
    public func verify(_ token: Span<UInt8>, at time: NumericDate) throws(JWTRefusal) -> VerifiedJWT<JWTClaims> {
        var examination = JWTExamination(rules, time: time, keepsEvidence: false)
        guard let examined = examination.examine(token) else {
            throw JWTRefusal(failures: examination.checks)
        }
        return VerifiedJWT(
            claims: examined.claims, registeredClaims: examined.claims, keys: rules.keys, selection: examined.signer)
    }

    /// All checks, those that passed too: for a person who asks why.
    public func report(on token: String, at time: NumericDate) -> JWTReport {
        var examination = JWTExamination(rules, time: time, keepsEvidence: true)
        _ = examination.examine(token.utf8.span)
        return JWTReport(checks: examination.checks)
    }
}
