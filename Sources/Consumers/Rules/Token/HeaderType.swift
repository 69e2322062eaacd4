internal import AuthKeysJOSE
internal import Encodings

/// A `typ` that is absent or one of these media types, whatever the case of its letters; `application/` may be left out
/// (RFC 7515 §4.1.9).
struct HeaderType: TokenCheck {
    let allowed: [String]
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        guard let type = trial.header?.last("typ") else { return }
        let name = (type.string ?? "").lowercased()
        let mediaType = name.utf8.contains(UInt8(ascii: "/")) ? name : "application/" + name
        guard !allowed.contains(where: { $0.utf8.elementsEqual(mediaType.utf8) }) else { return }
        throw Refusal(
            JWTCode.type, trial.text(message), cause: "a typ other than \(allowed.joined(separator: " and "))")
    }
}
