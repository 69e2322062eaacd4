internal import CommandOptions
internal import Encodings

/// A command: what can be written on its line, what that means, and what it does.
protocol Command: Sendable {
    static var specification: CommandSpec { get }
    /// - Throws: `UsageError`, for what the specification alone cannot refuse.
    init(_ arguments: ParsedArguments) throws(UsageError)
    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus
}

extension UsageError {
    var asAuthKeysError: AuthKeysError {
        AuthKeysError(kind.code, message, hint: hint)
    }
}

extension UsageError.Kind {
    fileprivate var code: UsageCode {
        switch self {
        case .conflictingOptions: .conflictingOptions
        case .invalidValue: .invalidValue
        case .missingArgument: .missingArgument
        case .missingCommand: .missingCommand
        case .missingOption: .missingOption
        case .missingValue: .missingValue
        case .repeatedOption: .repeatedOption
        case .unexpectedArgument: .unexpectedArgument
        case .unexpectedValue: .unexpectedValue
        case .unknownCommand: .unknownCommand
        case .unknownOption: .unknownOption
        }
    }
}
