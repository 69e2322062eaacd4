extension UsageError {
    /// Not "after '--'": arguments are visible to every process and stay in the history of the shell.
    static let pastedKeyHint = "a key is named, not pasted: give its file, or '-' for standard input"

    /// - Parameter found: what stands in the place of the value, which looks like an option.
    static func missingValue(of option: OptionSpec, found: String?, at path: CommandPath) -> Self {
        let needs = "option '\(option.spelling)' needs a value"
        guard let found else {
            return UsageError(
                .missingValue, needs, hint: "write '\(option.invocation)'\(option.choice)", command: path)
        }
        // A secret that begins with a dash looks like an option too.
        let isKnown = isTerminator(found) || path.option(spelled: found) != nil
        let isShown = isKnown || !option.isSecret
        let shown = path.shown(found)
        let hint =
            if isPastedKey(found) {
                pastedKeyHint
            } else if isShown, isQuotedWhole(found), shown == quoted(found) {
                "'\(option.spelling)=\(found)' would take it literally"
            } else {
                "a value that begins with '-' is written '\(option.spelling)=VALUE'"
            }
        return UsageError(
            .missingValue, isShown ? "\(needs), found \(shown)" : "\(needs), found what looks like an option",
            hint: hint, command: path)
    }

    static func unexpectedValue(of option: OptionSpec, at path: CommandPath) -> Self {
        UsageError(
            .unexpectedValue, "option '\(option.spelling)' takes no value", hint: "write '\(option.spelling)' alone",
            command: path)
    }

    static func notAllowed(_ value: String, of option: OptionSpec, at path: CommandPath) -> Self {
        let candidates = option.allowedValues.map { Suggestion.Candidate(text: $0, words: [$0]) }
        let question = option.isSecret ? nil : Suggestion.question(Suggestion.nearest(to: value, among: candidates))
        let error = Self.invalidValue(
            value, "is not one of \(option.allowedValues.joined(separator: ", "))", hint: question)
        return refused(error, of: option, at: path)
    }

    /// An argument is repeated in the message, so one that is secret has no list of values.
    static func notAllowed(_ value: String, as argument: ArgumentSpec, at path: CommandPath) -> Self {
        let candidates = argument.allowedValues.map { Suggestion.Candidate(text: $0, words: [$0]) }
        let question = Suggestion.question(Suggestion.nearest(to: value, among: candidates))
        let allowed = argument.allowedValues.joined(separator: ", ")
        return UsageError(
            .invalidValue, "\(argument.name): \(quoted(value)) is not one of \(allowed)",
            hint: question ?? helpHint(path), command: path)
    }

    /// What a conversion threw, with the name of the option.
    static func refused(_ error: UsageError, of option: OptionSpec, at path: CommandPath) -> Self {
        guard !option.isSecret else {
            return UsageError(
                .invalidValue, "option '\(option.spelling)' was given a value that it does not take",
                hint: helpHint(path), command: path)
        }
        return UsageError(
            error.kind, "option '\(option.spelling)': \(error.message)", hint: error.hint ?? helpHint(path),
            command: path)
    }
}

extension OptionSpec {
    /// ` with pkcs8 or spki for FORM`, when the values can be told.
    var choice: String {
        guard let metavar, !allowedValues.isEmpty else { return "" }
        return " with \(enumeration(allowedValues, "or")) for \(metavar)"
    }
}
