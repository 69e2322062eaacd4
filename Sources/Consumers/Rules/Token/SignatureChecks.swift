internal import AuthKeysJOSE
internal import Encodings

/// The signature is base64url.
struct ReadSignature: TokenCheck {
    let reading: PartReading
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let signature = reading.octets(trial.part(2)) else {
            throw Refusal(JOSECode.malformedToken, trial.text(message))
        }
        trial.signature = signature
    }
}

/// The modulus of the selected key is as long as the consumer wants it.
struct KeyLength: TokenCheck {
    let bits: ClosedRange<Int>
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let key = trial.key, key.hasNumbers, !bits.contains(key.modulusLength) else { return }
        throw Refusal(KeyCode.size, trial.text(message), cause: "a key of \(key.modulusLength) bits")
    }
}

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
