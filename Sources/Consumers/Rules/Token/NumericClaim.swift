internal import AuthKeysJOSE
internal import Encodings

/// A date that must be a number where it is there.
struct NumericClaim: TokenCheck {
    let name: String
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let value = trial.claims?.last(name), value.number == nil else { return }
        throw Refusal(JWTCode.claimType, trial.text(message))
    }
}
