internal import Encodings

/// Three parts joined by dots (RFC 7515 §7.1).
struct ThreeParts: TokenCheck {
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard trial.parts.count == 3 else { throw Refusal(JOSECode.malformedToken, trial.text(message)) }
    }
}
