internal import AuthKeysJOSE
internal import Encodings

/// The RFCs, as ``JWTVerifier`` reads them; its first failure is the answer.
struct StandardVerification: TokenCheck {
    let leeway: Duration

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        let set: JWKSet
        do throws(AuthKeysError) {
            set = try JWKSet(parsing: trial.keys.json.compactJSON.utf8.span, unusableKeys: .skip)
        } catch {
            throw Refusal(code: error.code, message: error.message)
        }
        let expectations = ClaimsExpectations(
            issuer: trial.settings.issuer.map { .exactly($0) } ?? .any,
            audience: trial.settings.audience.map { .contains($0) } ?? .any, leeway: leeway)
        do throws(JWTRefusal) {
            _ = try JWTVerifier(keys: set, expecting: expectations).verify(trial.token, at: trial.time)
        } catch {
            guard let failure = error.failures.first else { return }
            throw Refusal(code: failure.code ?? JOSECode.malformedToken.code, message: failure.reason)
        }
    }
}
