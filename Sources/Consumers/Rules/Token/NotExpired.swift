internal import AuthKeysJOSE
internal import Encodings

/// `exp` lies in the future (RFC 7519 §4.1.4); a token without it passes. `{seconds}` is how long ago it was.
struct NotExpired: TokenCheck {
    var leeway = Duration.zero
    /// Whether the moment at which the leeway ends still passes.
    var includesLastMoment = false
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let expiry = trial.date("exp") else { return }
        let end = expiry + leeway
        guard includesLastMoment ? trial.time <= end : trial.time < end else {
            throw Refusal(
                JWTCode.expired,
                trial.text(message).replacing("{seconds}", with: "\((trial.time - expiry).wholeSeconds)"))
        }
    }
}
