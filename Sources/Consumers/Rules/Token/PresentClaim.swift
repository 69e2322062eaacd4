internal import AuthKeysJOSE
internal import Encodings

/// A claim that must be there, whatever it is, when the verifier was told what to expect of it.
struct PresentClaim: TokenCheck {
    let name: String
    let setting: @Sendable (VerifierSettings) -> String?
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard setting(trial.settings) != nil, trial.claims?.last(name) == nil else { return }
        throw Refusal(JWTCode.missingClaim, trial.text(message))
    }
}
