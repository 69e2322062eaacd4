internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct WrongIssuer: TokenRule {
    let code = JWTCode.issuer.code
    let severity = Finding.Severity.error
    let title = "The token is of another issuer"
    let explanation = """
        `iss` is compared byte for byte. Convex first looks for a provider of `auth.config.ts` whose domain fits, for which \
        scheme and slash do not count (`No auth provider found matching the given token`), then fetches the document of \
        the token's `iss`, which has to name the very same text (`Auth provider discovery of … failed`).
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        guard let issuer = trial.evidence.issuer, let own = trial.token.claim("iss")?.string,
            !own.utf8.elementsEqual(issuer.text.utf8)
        else { return nil }
        let isSlash = IssuerCheck.isSameButForSlash(own, issuer.text)
        let isOfIssuer = isSlash && trial.profile.isOnConvex && issuer.text.utf8.last == UInt8(ascii: "/")
        return refused(
            trial,
            isSlash
                ? "the token's issuer differs in the slash at the end"
                : "the token is of another issuer than is asked for",
            evidence: ["the token: \(KeyID(own).quoted)", "\(issuer.place.description): \(KeyID(issuer.text).quoted)"],
            reason: "It was signed by another deployment, or the address of this one was changed since.",
            fix: .edit("have signer and verifier use the same text; the issuer of Convex Auth is CONVEX_SITE_URL"),
            explainedBy: isOfIssuer ? IssuerCode.trailingSlash : nil)
    }
}
