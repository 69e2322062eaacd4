internal import AuthKeysJOSE
internal import Encodings

/// Members that must be strings where they are there.
struct TextHeader: TokenCheck {
    let names: [String]
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        for name in names {
            if let value = trial.header?.last(name), value.string == nil {
                throw Refusal(JOSECode.headerMember, trial.text(message))
            }
        }
    }
}
