/// What a command takes besides options, told apart by position.
package struct ArgumentSpec: Sendable, Hashable {
    package enum Presence: Sendable, Hashable {
        case required, optional
        /// The rest of the line, so only the last argument can have these.
        case oneOrMore, zeroOrMore
    }

    /// As help shows it: `SOURCE`.
    package let metavar: Metavar
    package let presence: Presence
    /// A sentence with its full stop.
    package let help: String
    /// A surplus argument is likely to be another of these, so no message repeats it.
    package let isSecret: Bool
    /// All that it can be, or none when the command decides.
    package let allowedValues: [String]

    package init(
        _ metavar: Metavar, _ presence: Presence = .required, help: String, isSecret: Bool = false,
        allowed: [String] = []
    ) {
        self.metavar = metavar
        self.presence = presence
        self.help = help
        self.isSecret = isSecret
        allowedValues = allowed
    }

    package var name: String { metavar.text }

    package var isRequired: Bool { presence == .required || presence == .oneOrMore }

    package var takesTheRest: Bool { presence == .oneOrMore || presence == .zeroOrMore }

    /// As the usage line shows it: `SOURCE`, `[SOURCE]`, `SOURCE...` or `[SOURCE...]`.
    package var placeholder: String {
        switch presence {
        case .required: name
        case .optional: "[\(name)]"
        case .oneOrMore: "\(name)..."
        case .zeroOrMore: "[\(name)...]"
        }
    }
}
