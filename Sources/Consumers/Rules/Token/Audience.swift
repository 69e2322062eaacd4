internal import AuthKeysJOSE
internal import Encodings

/// `aud` has the one that is expected, byte for byte.
struct Audience: TokenCheck {
    /// Whether it may have others beside it.
    var allowsOthers = true
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let expected = trial.settings.audience else { return }
        let found = trial.claims?.last("aud")
        let all = found?.elements ?? [found].compactMap(\.self)
        let isThere = all.contains { $0.isText(expected) }
        guard isThere, allowsOthers || all.allSatisfy({ $0.isText(expected) }) else {
            throw Refusal(
                JWTCode.audience, trial.text(message), cause: isThere ? "an audience beside the expected one" : nil)
        }
    }
}
