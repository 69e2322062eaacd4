internal import AuthKeysJOSE
internal import Encodings

/// The signature was made by the selected key over the first two parts.
struct Signature: TokenCheck {
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        let input = trial.signingInput
        if let key = trial.key, !key.hasNumbers {
            throw Refusal(JOSECode.unreadable, trial.text(message), cause: "the key has no numbers that can be read")
        }
        guard let algorithm = trial.algorithm, let key = trial.key?.rsaKey,
            key.isValidSignature(trial.signature.span, for: input.span, hash: algorithm.hash)
        else { throw Refusal(JOSECode.signature, trial.text(message), cause: "the signature does not verify") }
    }
}
