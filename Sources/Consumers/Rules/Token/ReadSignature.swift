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
