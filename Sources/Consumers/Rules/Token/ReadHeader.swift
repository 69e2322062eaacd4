internal import AuthKeysJOSE
internal import Encodings

/// The header is base64url of a JSON object.
struct ReadHeader: TokenCheck {
    let reading: PartReading
    /// Whether JSON of another kind, and an empty part, is taken for an object without members.
    var takesOtherJSON = false
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        let part = trial.part(0)
        var header = part.isEmpty && takesOtherJSON ? JSONValue.object([:]) : reading.json(part)
        if takesOtherJSON, header != nil, header?.members == nil { header = .object([:]) }
        guard let header, header.members != nil else { throw Refusal(JOSECode.headerMember, trial.text(message)) }
        trial.header = header
    }
}
