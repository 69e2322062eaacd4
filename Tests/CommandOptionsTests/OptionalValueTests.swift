import CommandOptions
import Testing

/// An option that may stand without its value.
@Suite struct OptionalValueTests {
    static let live = OptionalValueOption("live", metavar: "URL", help: "Ask it.") {
        (text: String) throws(UsageError) -> String in
        guard !text.isEmpty else { throw .invalidValue(text, "is empty") }
        return text
    }
    static let other = Flag("other", help: "Something else.")
    static let tool = CommandSpec("tool", abstract: "Do.", options: [live.spec, other.spec])

    private func value(_ words: [String]) throws -> String {
        guard case .run(let arguments) = try Self.tool.parse(words) else { throw Sample.NotRun() }
        return switch try arguments.value(of: Self.live) {
        case .absent: "absent"
        case .alone: "alone"
        case .value(let text): "value \(text)"
        }
    }

    @Test(
        arguments: [
            ([], "absent"), (["--live"], "alone"), (["--live", "--other"], "alone"), (["--other", "--live"], "alone"),
            (["--live=x"], "value x"), (["--live", "x"], "value x"), (["--live", "x", "--other"], "value x"),
            (["--live=--other"], "value --other"), (["--live", "-"], "value -"), (["--live", "--"], "alone"),
            (["--live=a=b"], "value a=b"),
        ] as [([String], String)])
    func stands(words: [String], expected: String) throws {
        #expect(try value(words) == expected)
    }

    @Test(arguments: [
        (["--live="], UsageError.Kind.invalidValue), (["--live", ""], .invalidValue),
        (["--live", "--live"], .repeatedOption), (["--live", "x", "y"], .unexpectedArgument),
    ])
    func isRefused(words: [String], kind: UsageError.Kind) {
        let error = #expect(throws: UsageError.self) { try value(words) }
        #expect(error?.kind == kind)
    }

    @Test func helpShowsThatTheValueMayBeLeftOut() throws {
        guard case .help(let path) = try Self.tool.parse(["--help"]) else { throw Sample.NotRun() }
        #expect(HelpScreen(path).text.contains("--live [URL]"))
    }

    @Test func aCommandWithArgumentsHasNone() {
        let faulty = CommandSpec(
            "tool", abstract: "Do.", arguments: [ArgumentSpec("A", .optional, help: "A.")], options: [Self.live.spec])
        #expect(faulty.specificationFaults == ["tool: --live would take an argument for its value"])
        #expect(Self.tool.specificationFaults.isEmpty)
    }
}
