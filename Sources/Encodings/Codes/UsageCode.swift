package enum UsageCode: String, CodeFamily {
    case conflictingOptions = "usage.conflicting-options"
    case invalidValue = "usage.invalid-value"
    case missingArgument = "usage.missing-argument"
    case missingCommand = "usage.missing-command"
    case missingOption = "usage.missing-option"
    case missingValue = "usage.missing-value"
    case repeatedOption = "usage.repeated-option"
    case unexpectedArgument = "usage.unexpected-argument"
    case unexpectedValue = "usage.unexpected-value"
    case unknownCommand = "usage.unknown-command"
    case unknownOption = "usage.unknown-option"

    package var meaning: String {
        switch self {
        case .conflictingOptions: "Two options were given that exclude each other."
        case .invalidValue: "An option was given a value that it does not take."
        case .missingArgument: "The command needs an argument that was not given."
        case .missingCommand: "A command was named that only groups others."
        case .missingOption: "The command needs an option that was not given."
        case .missingValue: "An option that takes a value was given none."
        case .repeatedOption: "An option was given twice that may be given once."
        case .unexpectedArgument: "An argument was given to a command that takes none, or takes fewer."
        case .unexpectedValue: "A value was given to an option that takes none."
        case .unknownCommand: "There is no command of that name."
        case .unknownOption: "The command has no option of that name."
        }
    }
}
