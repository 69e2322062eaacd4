internal import AuthKeysJOSE

/// How a verifier takes the response to its request for a set.
protocol KeySetAnswer: Sendable {
    /// The set in it, which may hold keys that the verifier cannot use.
    func set(in response: HTTPResponse, _ settings: VerifierSettings) throws(Refusal) -> JWKSetDocument
}
