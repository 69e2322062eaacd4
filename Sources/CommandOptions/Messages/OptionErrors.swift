extension UsageError {
    static func repeatedOption(_ option: OptionSpec, at path: CommandPath) -> Self {
        UsageError(
            .repeatedOption, "option '\(option.spelling)' was given twice", hint: "'\(path.name)' takes it once",
            command: path)
    }

    static func missingOption(_ option: OptionSpec, at path: CommandPath) -> Self {
        UsageError(
            .missingOption, "'\(path.name)' needs the option '\(option.spelling)'",
            hint: "add '\(option.invocation)'\(option.choice)", command: path)
    }

    static func missingChoice(of group: OptionGroup, at path: CommandPath) -> Self {
        UsageError(
            .missingOption, "'\(path.name)' needs \(enumeration(group.spellings, "or"))", hint: helpHint(path),
            command: path)
    }

    /// - Parameter found: the names of the options that were given, two at least.
    static func conflicting(_ found: [String], in group: OptionGroup, at path: CommandPath) -> Self {
        let spellings = enumeration(found.map { "'--\($0)'" }, "and")
        return UsageError(
            .conflictingOptions, "\(spellings) exclude each other",
            hint: "give \(enumeration(group.spellings, "or"))", command: path)
    }
}
