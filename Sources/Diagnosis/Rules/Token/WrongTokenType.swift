internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct WrongTokenType: TokenRule {
    let code = JWTCode.type.code
    let severity = Finding.Severity.error
    let title = "The token is of another type"
    let explanation = """
        `typ` says what kind of token it is. Convex's OIDC verifier takes `JWT` and `JOSE`, or none; `at+jwt`, an access \
        token by RFC 9068, is refused. A `customJwt` provider does not look.
        """

    private static let plain = ["jwt", "jose", "application/jwt", "application/jose"]

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        guard let type = trial.token.header("typ")?.string else { return nil }
        guard trial.refusal?.code == code || !Self.plain.contains(type.lowercased()) else { return nil }
        return refused(
            trial, "the token is of the type \(KeyID(type).quoted)", evidence: [],
            reason: "It was made for something else, such as an API of another service.",
            fix: .edit("take the ID token, or have the signer leave typ out"), isCertain: false)
    }
}
