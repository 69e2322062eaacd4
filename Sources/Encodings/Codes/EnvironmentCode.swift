package enum EnvironmentCode: String, CodeFamily {
    case duplicateName = "env.duplicate-name"
    case invalidName = "env.invalid-name"
    case invalidUTF8 = "env.invalid-utf8"
    case notRepresentable = "env.not-representable"
    case readersDisagree = "env.readers-disagree"
    case syntax = "env.syntax"

    package var meaning: String {
        switch self {
        case .duplicateName: "A variable is set twice in one file; which of the two counts depends on the reader."
        case .invalidName: "The name is not one that shells and deployment services accept."
        case .invalidUTF8: "The value of a variable is not UTF-8, so it is no text."
        case .notRepresentable: "The format has no way to write this value: its readers would see another one."
        case .readersDisagree: "Readers of this format see different values here."
        case .syntax: "The line is neither an assignment, a comment nor empty."
        }
    }
}
