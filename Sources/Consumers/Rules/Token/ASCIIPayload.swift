internal import AuthKeysJOSE
internal import Encodings

/// Characters beyond ASCII in the payload, which jose 6 refuses before it looks at the signature.
struct ASCIIPayload: TokenCheck {
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard trial.part(1).allSatisfy({ $0 < 0x80 }) else { throw Refusal(JOSECode.malformedToken, message) }
    }
}
