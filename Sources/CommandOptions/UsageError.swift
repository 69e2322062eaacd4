/// A command line that cannot be run as it was written.
package struct UsageError: Error, Sendable, Hashable {
    /// What is wrong with it. The names are those of the `usage.*` codes.
    package enum Kind: Sendable, Hashable, CaseIterable {
        case conflictingOptions, invalidValue, missingArgument, missingCommand, missingOption, missingValue
        case repeatedOption, unexpectedArgument, unexpectedValue, unknownCommand, unknownOption
    }

    package let kind: Kind
    /// One sentence without a full stop. What it quotes from the command line went through ``quoted(_:)``.
    package let message: String
    /// What to type instead, or where to read on.
    package let hint: String?
    /// The command, or group of commands, that the line had got to: its help is the one to show.
    package let command: CommandPath?

    package init(_ kind: Kind, _ message: String, hint: String? = nil, command: CommandPath? = nil) {
        self.kind = kind
        self.message = message
        self.hint = hint
        self.command = command
    }

    /// What a conversion throws: `text` quoted, then `complaint`, as in `'9x' is not a duration such as 90s or 15m`.
    ///
    /// ``ParsedArguments`` says which option it was, and drops the whole sentence when the option is secret.
    package static func invalidValue(_ text: String, _ complaint: String, hint: String? = nil) -> Self {
        UsageError(.invalidValue, "\(quoted(text)) \(complaint)", hint: hint)
    }
}
