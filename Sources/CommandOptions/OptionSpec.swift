/// What there is to know about an option without running anything: parsing, help and completion all read this.
package struct OptionSpec: Sendable, Hashable {
    package enum Arity: Sendable, Hashable {
        case flag
        /// Takes one value: `DIR|-`.
        case value(Metavar)
        /// Takes one value or none, shown in help in brackets. The word behind it is its value unless it looks like an
        /// option, so a command with arguments has no such option.
        case optionalValue(Metavar)
    }

    package enum Default: Sendable, Hashable {
        /// Converted as if it had been given.
        case value(String)
        /// Only shown; the command works it out: `the RFC 7638 thumbprint`.
        case described(String)
    }

    /// Without the dashes: `bits`.
    package let name: String
    /// Without the dash: `b`.
    package let short: Character?
    package let arity: Arity
    /// A sentence with its full stop.
    package let help: String
    package let isRepeatable: Bool
    package let isRequired: Bool
    /// The value never appears in a message.
    package let isSecret: Bool
    /// All the values there are, or none when a conversion decides.
    package let allowedValues: [String]
    package let defaultValue: Default?

    package init(
        _ name: String, short: Character? = nil, arity: Arity, help: String, isRepeatable: Bool = false,
        isRequired: Bool = false, isSecret: Bool = false, allowedValues: [String] = [], defaultValue: Default? = nil
    ) {
        self.name = name
        self.short = short
        self.arity = arity
        self.help = help
        self.isRepeatable = isRepeatable
        self.isRequired = isRequired
        self.isSecret = isSecret
        self.allowedValues = allowedValues
        self.defaultValue = defaultValue
    }

    /// Every command has it.
    package static let help = OptionSpec("help", short: "h", arity: .flag, help: "Show this help.")
    /// The tool itself has it, and no command.
    package static let version = OptionSpec("version", arity: .flag, help: "Show the version.")
}

extension OptionSpec {
    /// As it is typed: `--bits`.
    package var spelling: String { "--\(name)" }

    /// As it is typed: `-b`.
    package var shortSpelling: String? { short.map { "-\($0)" } }

    package var metavar: String? {
        switch arity {
        case .flag: nil
        case .value(let metavar): metavar.text
        case .optionalValue(let metavar): "[\(metavar.text)]"
        }
    }

    package var valueName: Metavar? {
        switch arity {
        case .flag: nil
        case .value(let metavar), .optionalValue(let metavar): metavar
        }
    }

    /// `--bits BITS`, or `--force` for a flag.
    package var invocation: String { metavar.map { "\(spelling) \($0)" } ?? spelling }

    /// Compared byte by byte: `==` on strings takes the Kelvin sign for a `K`.
    func isSpelled(_ typed: some StringProtocol) -> Bool {
        typed.utf8.elementsEqual(spelling.utf8) || shortSpelling.map { typed.utf8.elementsEqual($0.utf8) } ?? false
    }

    func repeatable() -> Self {
        OptionSpec(
            name, short: short, arity: arity, help: help, isRepeatable: true, isRequired: isRequired,
            isSecret: isSecret, allowedValues: allowedValues, defaultValue: defaultValue)
    }
}
