internal import AuthKeysJOSE
internal import Encodings

/// The payload is base64url of a JSON object.
struct ReadClaims: TokenCheck {
    let reading: PartReading
    /// Where that is another refusal: the payload is no base64url.
    var encodingMessage: String?
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        let part = trial.part(1)
        if let encodingMessage, reading.octets(part) == nil {
            throw Refusal(JOSECode.malformedToken, trial.text(encodingMessage))
        }
        guard let claims = reading.json(part), claims.members != nil else {
            throw Refusal(JWTCode.claims, trial.text(message))
        }
        trial.claims = claims
    }
}
