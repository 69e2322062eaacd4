/// A command line that fits the command: every option known, no value missing, no argument too many or too few.
///
/// Values are converted as they are read, by the same `Option` that the command declared.
package struct ParsedArguments: Sendable {
    package let command: CommandPath
    /// All arguments in order.
    package let arguments: [String]
    private let given: [String: [String]]
    private let alone: Set<String>

    init(command: CommandPath, given: [String: [String]], alone: Set<String> = [], arguments: [String]) {
        self.command = command
        self.given = given
        self.alone = alone
        self.arguments = arguments
    }

    package func contains(_ flag: Flag) -> Bool { isGiven(flag.spec) }

    /// Whether the option stands on the command line, whatever its default.
    package func isGiven(_ option: OptionSpec) -> Bool { !texts(of: option).isEmpty }

    /// The value given, or else the default that can be converted, or else `nil`.
    ///
    /// - Throws: `invalidValue`, naming the option.
    package func value<Value>(of option: Option<Value>) throws(UsageError) -> Value? {
        if let text = texts(of: option.spec).last { return try converted(text, option.spec, option.convert) }
        guard case .value(let text) = option.spec.defaultValue else { return nil }
        return try converted(text, option.spec, option.convert)
    }

    /// The value given, or else the default.
    ///
    /// - Throws: `invalidValue`, or `missingOption` when there is neither.
    package func required<Value>(_ option: Option<Value>) throws(UsageError) -> Value {
        guard let value = try value(of: option) else { throw .missingOption(option.spec, at: command) }
        return value
    }

    /// - Throws: `invalidValue`, naming the option.
    package func value<Value>(of option: OptionalValueOption<Value>) throws(UsageError) -> OptionalValue<Value> {
        guard let text = texts(of: option.spec).last else { return .absent }
        if alone.contains(option.spec.name) { return .alone }
        return .value(try converted(text, option.spec, option.convert))
    }

    /// All the values given, in order, or else the default alone.
    ///
    /// - Throws: `invalidValue`, naming the option.
    package func values<Value>(of option: RepeatableOption<Value>) throws(UsageError) -> [Value] {
        var texts = texts(of: option.spec)
        if texts.isEmpty, case .value(let text) = option.spec.defaultValue { texts = [text] }
        var values: [Value] = []
        for text in texts { values.append(try converted(text, option.spec, option.convert)) }
        return values
    }

    /// The argument at the place of `argument`, when it was given.
    package func value(of argument: ArgumentSpec) -> String? { values(of: argument).first }

    /// - Throws: `missingArgument`.
    package func required(_ argument: ArgumentSpec) throws(UsageError) -> String {
        guard let text = value(of: argument) else { throw .missingArguments([argument], at: command) }
        return text
    }

    /// The rest of the line for an argument that takes it, else one at most.
    package func values(of argument: ArgumentSpec) -> [String] {
        let index = command.command.arguments.firstIndex(of: argument)
        assert(index != nil, "\(command.name) does not declare \(argument.name)")
        guard let index else { return [] }
        let rest = arguments.dropFirst(index)
        return Array(argument.takesTheRest ? rest : rest.prefix(1))
    }

    private func texts(of option: OptionSpec) -> [String] {
        assert(command.options.contains(option), "\(command.name) does not declare \(option.spelling)")
        return given[option.name, default: []]
    }

    private func converted<Value>(
        _ text: String, _ option: OptionSpec, _ convert: (String) throws(UsageError) -> Value
    ) throws(UsageError) -> Value {
        do {
            return try convert(text)
        } catch {
            throw .refused(error, of: option, at: command)
        }
    }
}

/// Printed and dumped without any value: one of them may be secret.
extension ParsedArguments: CustomStringConvertible, CustomReflectable {
    package var description: String {
        ([command.name] + given.keys.sorted().map { "--\($0)" } + arguments.map { _ in "…" }).joined(separator: " ")
    }

    package var customMirror: Mirror { Mirror(self, children: ["command": command.name]) }
}
