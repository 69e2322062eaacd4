extension CommandSpec {
    /// Reads a command line, without the name of the tool.
    ///
    /// `--help` before any `--` wins over every other error, except over an unknown command, whose help there is none;
    /// `help generate` is `generate --help`; `--version` stands alone.
    ///
    /// - Throws: the first error from the left; then missing options, groups and arguments.
    package func parse(_ arguments: [String]) throws(UsageError) -> ParseOutcome {
        if let first = arguments.first, first.utf8.elementsEqual(Self.helpWord.utf8), subcommand(named: first) == nil {
            return .help(try helpTopic(Array(arguments.dropFirst())))
        }
        let resolution = try resolve(arguments)
        let path = resolution.path
        if asksForHelp(resolution.rest) { return .help(path) }
        guard path.command.isGroup else {
            var scanner = LineScanner(path: path)
            try scanner.scan(resolution.rest)
            return .run(try scanner.finished())
        }
        guard let first = resolution.rest.first, !isTerminator(first) else { throw .missingCommand(in: path) }
        var scanner = LineScanner(path: path)
        try scanner.scan([first])
        // Help went first, so the version is the only option left that a group takes.
        if let surplus = resolution.rest.dropFirst().first { throw .surplusAfterVersion(surplus, at: path) }
        return .version
    }

    /// What stands before the name of a command to see its help.
    static let helpWord = "help"
    static let helpSummary = "Tell all about a command."

    private func helpTopic(_ words: [String]) throws(UsageError) -> CommandPath {
        let resolution = try resolve(words)
        if let surplus = resolution.rest.first, !asksForHelp(resolution.rest) {
            throw .surplusTopic(surplus, after: resolution.path)
        }
        return resolution.path
    }

    private func asksForHelp(_ line: ArraySlice<String>) -> Bool {
        line.prefix { !isTerminator($0) }.contains { OptionSpec.help.isSpelled($0) }
    }
}
