import CommandOptions
import Testing

@Suite struct SpecificationFaultTests {
    @Test func theSampleHasNone() {
        #expect(Sample.tool.specificationFaults == [])
    }

    private static let fine = Flag("fine", short: "f", help: "All is well.").spec

    @Test(arguments: [
        (CommandSpec("Tool", abstract: "Do."), "Tool: its name is not of lower-case letters, digits and dashes"),
        (CommandSpec("tool", abstract: "Do"), "tool: its abstract is not a sentence"),
        (
            CommandSpec("tool", abstract: "Do.", examples: [.init("spade --dig", "Digs.")]),
            "tool: its example 'spade --dig' runs something else"
        ),
        (
            CommandSpec("tool", abstract: "Do.", examples: [.init("tool", "digs")]),
            "tool: its example 'tool' is not explained in a sentence"
        ),
        (
            CommandSpec("tool", abstract: "Do.", options: [fine, Flag("fine", help: "Again.").spec]),
            "tool: the option fine is declared twice"
        ),
        (
            CommandSpec("tool", abstract: "Do.", options: [Flag("help", help: "Help.").spec]),
            "tool: the option help is declared twice"
        ),
        (
            CommandSpec("tool", abstract: "Do.", options: [Flag("host", short: "h", help: "A host.").spec]),
            "tool: the short option -h is declared twice"
        ),
        (
            CommandSpec("tool", abstract: "Do.", options: [Flag("--dig", help: "Dig.").spec]),
            "tool: ----dig is not of lower-case letters, digits and dashes"
        ),
        (
            CommandSpec("tool", abstract: "Do.", options: [Flag("dig", short: "1", help: "Dig.").spec]),
            "tool: the short form of --dig is not a letter"
        ),
        (
            CommandSpec("tool", abstract: "Do.", options: [Flag("dig", help: "").spec]),
            "tool: the help of --dig is not a sentence"
        ),
        (
            CommandSpec("tool", abstract: "Do.", options: [Option("to", metavar: "", help: "Where.").spec]),
            "tool: --to does not name its value"
        ),
        (
            CommandSpec(
                "tool", abstract: "Do.",
                options: [Option("to", metavar: "X", help: "Where.", allowed: ["a"], default: .value("b")).spec]),
            "tool: the default of --to is not allowed"
        ),
        (
            CommandSpec(
                "tool", abstract: "Do.",
                options: [Option("to", metavar: "X", help: "Where.", isRequired: true, default: .value("b")).spec]),
            "tool: --to is required and has a default"
        ),
        (
            CommandSpec("tool", abstract: "Do.", options: [fine], optionGroups: [.atMostOne(fine)]),
            "tool: a group of options excludes nothing"
        ),
        (
            CommandSpec("tool", abstract: "Do.", options: [fine], optionGroups: [.atMostOne(fine, .version)]),
            "tool: a group names the unknown option --version"
        ),
        (
            CommandSpec("tool", abstract: "Do.", arguments: [.init("A", help: "a")]),
            "tool: the help of A is not a sentence"
        ),
        (
            CommandSpec(
                "tool", abstract: "Do.", arguments: [.init("A", .oneOrMore, help: "A."), .init("B", help: "B.")]),
            "tool: B comes after the rest of the line"
        ),
        (
            CommandSpec(
                "tool", abstract: "Do.", arguments: [.init("A", .optional, help: "A."), .init("B", help: "B.")]),
            "tool: B is required after A, which is not"
        ),
        (
            CommandSpec("tool", abstract: "Do.", options: [Option("out", metavar: "DIR|-", help: "Where.").spec]),
            "tool: --out does not say that it names a place"
        ),
        (
            CommandSpec("tool", abstract: "Do.", arguments: [.init("FILE", help: "A file.")]),
            "tool: FILE does not say that it names a place"
        ),
        (
            CommandSpec("tool", abstract: "Do.", arguments: [.init("HOLE", help: "A hole.", allowed: ["a b"])]),
            "tool: the value 'a b' of HOLE is not of letters, digits and '+-._'"
        ),
        (
            CommandSpec(
                "tool", abstract: "Do.", options: [Option("to", metavar: "X", help: "Where.", allowed: ["$a"]).spec]),
            "tool: the value '$a' of --to is not of letters, digits and '+-._'"
        ),
        (
            CommandSpec(
                "tool", abstract: "Do.", arguments: [.init("PIN", help: "A pin.", isSecret: true, allowed: ["1"])]),
            "tool: PIN is secret and has a list of values"
        ),
        (
            CommandSpec(
                group: "tool", abstract: "Do.", subcommands: Array(repeating: .init("dig", abstract: "Dig."), count: 2)),
            "tool: the command dig is declared twice"
        ),
    ])
    func fault(_ spec: CommandSpec, _ expected: String) {
        #expect(spec.specificationFaults == [expected])
    }
}
