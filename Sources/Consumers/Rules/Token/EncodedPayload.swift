internal import AuthKeysJOSE
internal import Encodings

/// A JWT's payload is base64url, whatever `b64` says (RFC 7797 §7); jose says so once the signature is good.
struct EncodedPayload: TokenCheck {
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard trial.header?.last("crit") != nil, trial.header?.last("b64")?.boolean == false else { return }
        throw Refusal(JOSECode.headerMember, message)
    }
}
