package enum EnvironmentCode: String, CodeFamily {
    case duplicateName = "env.duplicate-name"
    case empty = "env.empty"
    case invalidName = "env.invalid-name"
    case invalidUTF8 = "env.invalid-utf8"
    case notRepresentable = "env.not-representable"
    case readersDisagree = "env.readers-disagree"
    case shellExpansion = "env.shell-expansion"
    case syntax = "env.syntax"
    case tooLarge = "env.too-large"
    case unset = "env.unset"

    package var meaning: String {
        switch self {
        case .duplicateName: "A variable is set twice in one file; which of the two counts depends on the reader."
        case .empty: "The environment variable is set, and its value is empty."
        case .invalidName: "The name is not one that shells and deployment services accept."
        case .invalidUTF8: "A variable, or the file that holds it, is not UTF-8, so it is no text."
        case .notRepresentable: "The format has no way to write this value: its readers would see another one."
        case .readersDisagree: "Readers of this format see different values here."
        case .shellExpansion: "A shell would run or expand something here instead of taking it as text."
        case .syntax: "The line is neither an assignment, a comment nor empty."
        case .tooLarge: "A line or a value is larger than the reader takes."
        case .unset: "There is no environment variable of that name."
        }
    }
}
