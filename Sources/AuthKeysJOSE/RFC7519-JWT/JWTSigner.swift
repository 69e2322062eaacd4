/// Signs JWTs (RFC 7519 §7.1) in compact serialisation.
///
/// ```swift
/// let signer = try JWTSigner(key: key, keyID: key.publicKey.thumbprint())
/// let token = try signer.sign(.object(["sub": .string("somebody"), "exp": (now + .seconds(3600)).json]))
/// ```
/// No claim is added: whoever signs has the clock, and says what the token is good for. It is a value that many threads
/// may use at once.
public struct JWTSigner: Sendable {
    private let signer: JWSSigner

    /// - Parameters:
    ///   - key: what signs.
    ///   - algorithm: the header's `alg`.
    ///   - keyID: the header's `kid`, by which verifiers choose among several keys; `nil` for none.
    ///   - type: the header's `typ`; `nil` for none.
    /// - Throws: `key.size`, when the key is shorter than the algorithm allows.
    public init(
        key: RSAPrivateKey, algorithm: JWSAlgorithm = .rs256, keyID: KeyID?, type: String? = "JWT"
    ) throws(AuthKeysError) {
        signer = try JWSSigner(key: key, algorithm: algorithm, keyID: keyID, type: type)
    }

    /// Signs the compact JSON of the claims, in their order.
    /// - Throws: `jwt.claims` for what is no object; `jwt.claim-type` for a registered claim of another type than
    ///   RFC 7519 §4.1 gives it; `json.duplicate-name`; `crypto.failed`. Every careful verifier would refuse the token.
    public func sign(_ claims: JSONValue) throws(AuthKeysError) -> String {
        try SignableClaims.check(claims)
        return try signer.sign(claims)
    }

    /// Signs a type of yours, with claims in the order in which it encodes them. Its times are `NumericDate`.
    /// - Throws: `json.encoding`, and what ``sign(_:)-(JSONValue)`` throws.
    public func sign(_ claims: some Encodable) throws(AuthKeysError) -> String {
        try sign(JSONValue(encoding: claims))
    }
}
