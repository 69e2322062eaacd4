internal import AuthKeysJOSE
internal import Encodings

/// Claims that must be there, of the type that RFC 7519 §4.1 gives them.
struct RequiredClaims: TokenCheck {
    var texts: [String] = []
    var dates: [String] = []
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        for name in texts where trial.claims?.last(name)?.string == nil { throw missing(name, trial) }
        for name in dates where trial.claims?.last(name)?.number == nil { throw missing(name, trial) }
    }

    private func missing(_ name: String, _ trial: TokenTrial) -> Refusal {
        let isThere = trial.claims?.last(name) != nil
        return Refusal(
            isThere ? JWTCode.claimType : .missingClaim, trial.text(message),
            cause: "\(isThere ? "mistyped" : "no") \(name)")
    }
}

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

/// A date that must be a number where it is there.
struct NumericClaim: TokenCheck {
    let name: String
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let value = trial.claims?.last(name), value.number == nil else { return }
        throw Refusal(JWTCode.claimType, trial.text(message))
    }
}

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
