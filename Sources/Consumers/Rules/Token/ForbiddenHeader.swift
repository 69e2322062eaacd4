internal import AuthKeysJOSE
internal import Encodings

/// Members that a header must not have.
struct ForbiddenHeader: TokenCheck {
    let names: [String]
    let message: String

    func check(_ trial: inout TokenTrial) throws(Refusal) {
        for name in names where trial.header?.last(name) != nil {
            throw Refusal(JOSECode.headerMember, trial.text(message), cause: "a header with \(name)")
        }
    }
}
