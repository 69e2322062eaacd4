internal import AuthKeysJOSE
internal import Encodings

/// A claim that names a moment lies in the past, or is not there. `{seconds}` is how far off it is.
struct NotInFuture: TokenCheck {
    let name: String
    var leeway = Duration.zero
    let code: JWTCode
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let date = trial.date(name), date > trial.time + leeway else { return }
        throw Refusal(
            code, trial.text(message).replacing("{seconds}", with: "\((date - trial.time).wholeSeconds)"))
    }
}
