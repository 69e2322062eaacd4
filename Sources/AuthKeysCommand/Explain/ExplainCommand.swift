internal import CommandOptions
internal import Diagnosis
internal import Encodings

/// `authkeys explain`
struct ExplainCommand: Command {
    static let subject = ArgumentSpec(
        .file("TEXT"), .oneOrMore,
        help: "An error text, a code in brackets of another message, a file with a log, env:NAME, or '-'.",
        isSecret: true)

    static let specification = CommandSpec(
        "explain", abstract: "Say what an error text, a log or a code means, and what to do.",
        discussion: [
            "Knows the messages of Convex, Convex Auth and its CLI, of jose, PyJWT, joserfc, jsonwebtoken for Node and for "
                + "Rust, golang-jwt and jwt-kit, of OpenSSL, Node.js, shells and containers, and what people say when there "
                + "is no message. Gives the causes, the likeliest first, the command that tells them apart, and what mends "
                + "each; says so when keys have nothing to do with it.",
            "Of a log it names the lines, a cause before what follows from it. Private keys, tokens and admin keys in it are "
                + "named by line and column, and never repeated.",
        ],
        arguments: [subject],
        examples: [
            .init("authkeys explain \"Could not verify OIDC token claim\"", "An error text."),
            .init("docker compose logs backend | authkeys explain -", "A log."),
            .init("authkeys explain jwks.ambiguous-key", "A code."),
        ],
        exitStatuses: [
            .init(0, "It is known, and there is no secret in it that still opens something."),
            .init(1, "Nothing in it is known, or such a secret stands in it."),
            .init(2, "It could not be read."), .init(64, "The command line is wrong; there is no such code."),
        ])

    private let subject: ExplainSubject
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        subject = try ExplainSubject(arguments.values(of: Self.subject))
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        switch subject {
        case .code(let code): return try explain(code, context.console)
        case .source(let source): return try explain(source, context)
        case .text(let text): return try explain(text, context)
        case .fileOrText(let word):
            do throws(AuthKeysError) {
                return try explain(.file(word), context)
            } catch {
                guard error.code == FileCode.missing.code else { throw error }
                if ExplainSubject.isShapedLikeCode(word) { throw ExplainSubject.unknownCode(word).asAuthKeysError }
                if ExplainSubject.isShapedLikePath(word), isUnknown(word, context) { throw error }
                return try explain(word, context)
            }
        }
    }

    private func isUnknown(_ word: String, _ context: CommandContext) -> Bool {
        LogExamination.explanation(of: word, now: context.now()).isEmpty
    }

    private func explain(_ code: CodeExplanation, _ console: Console) throws(AuthKeysError) -> ExitStatus {
        try print(ExplanationText.lines(code), ExplanationJSON.json(code), console)
        return .success
    }

    private func explain(_ source: InputSource, _ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        var examination = LogExamination(now: context.now())
        var isEmpty = true
        try context.inputs.readChunks(source) { bytes in
            examination.take(bytes)
            isEmpty = false
        }
        guard !isEmpty else {
            throw AuthKeysError(
                UsageCode.missingArgument, "\(source.displayName): there is nothing to explain",
                hint: "what was to write it may have failed; its errors may be on the other stream: 2>&1")
        }
        return try report(
            examination.finish(), showsPlaces: true,
            hint: "give the whole message, or more of the log; 'authkeys doctor' judges the values themselves",
            context.console)
    }

    private func explain(_ text: String, _ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let explanation = LogExamination.explanation(of: text, now: context.now())
        if explanation.holdsLiveSecret {
            context.console.warn("arguments are visible to every process and stay in the history of the shell")
        }
        return try report(
            explanation, showsPlaces: false,
            hint: "give the whole message: in single quotes, or to 'authkeys explain -', because in double quotes the "
                + "shell takes quotes, $ and `…` out of it; 'authkeys doctor' judges the values themselves",
            context.console)
    }

    private func report(
        _ explanation: Explanation, showsPlaces: Bool, hint: String, _ console: Console
    ) throws(AuthKeysError) -> ExitStatus {
        try print(
            ExplanationText.lines(explanation, showsPlaces: showsPlaces), ExplanationJSON.json(explanation), console)
        if explanation.diagnoses.isEmpty, !isQuiet {
            console.note("no error in it is known")
            console.hint(hint)
        }
        return explanation.diagnoses.isEmpty || explanation.holdsLiveSecret ? .negative : .success
    }

    private func print(_ lines: [String], _ json: JSONValue, _ console: Console) throws(AuthKeysError) {
        if printsJSON { return try console.print(json) }
        try console.print(lines.map { console.escaped($0) + "\n" }.joined())
    }
}
