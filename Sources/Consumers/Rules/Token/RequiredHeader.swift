internal import AuthKeysJOSE
internal import Encodings

/// Members that a header must have, as strings.
struct RequiredHeader: TokenCheck {
    let names: [String]
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        for name in names where trial.header?.last(name)?.string?.isEmpty ?? true {
            throw Refusal(JOSECode.headerMember, trial.text(message))
        }
    }
}
