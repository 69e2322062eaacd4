import AuthKeysJOSE
import Glibc

/// The verifier that is measured, as a user of the library calls it: from a token to its subject.
struct JWTVerification: Sendable {
    private let verifier: JWTVerifier

    init(keys: JWKSet) {
        verifier = JWTVerifier(
            keys: keys,
            expecting: ClaimsExpectations(issuer: .exactly(Work.issuer), audience: .contains(Work.audience)))
    }

    func accepts(_ token: String) -> Bool {
        let now = NumericDate(secondsSince1970: Int64(time(nil)))
        guard let verified = try? verifier.verify(token, at: now) else { return false }
        return verified.claims.subject != nil
    }
}
