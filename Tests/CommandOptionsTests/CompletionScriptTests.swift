import CommandOptions
import Foundation
import TestSupport
import Testing

/// Descriptions are prose, and shells read most of its marks.
@Suite struct CompletionScriptTests {
    static let prose = [
        "It's here: don't", "'quoted' and 'again'", "a [list] of {x,y} (one)", "name:value:more",
        #"a \ back\slash \\ end\"#,
        #"a "b" `id` $HOME $(id) ${x}"#, "100% of %d and %B", "* ? ~ # ! !! <a> & | ; =", "über – ‘more’", "a -- b",
        "-x",
    ]

    private static let tool = CommandSpec(
        group: "authkeys", abstract: "Does it.",
        subcommands: prose.enumerated().map { index, text in
            CommandSpec(
                "c\(index)", abstract: text + ".",
                arguments: [.init(.file("FILE"), help: text + "."), .init("TEXT", .zeroOrMore, help: text + ".")],
                options: [
                    Flag("flag", short: "f", help: text + ".").spec,
                    Option("free", metavar: "TEXT", help: text + ".").spec,
                    Option("form", metavar: "FORM", help: text + ".", allowed: ["a-1", "b.2", "c_3", "d+4"]).spec,
                ])
        })

    @Test func the_tool_is_sound() {
        #expect(Self.tool.specificationFaults == [])
    }

    @Test(arguments: CompletingShell.sourced)
    func prose_stays_what_it_is(shell: CompletingShell) throws {
        let lines = Self.prose.indices.flatMap { index in
            ["-", "--form ", "--free ", "x "].map { "authkeys c\(index) \($0)" }
        }
        let kind = try #require(CompletionShell(rawValue: shell.name.rawValue))
        let answers = try withTemporaryFolder { folder in
            try shell.answers(
                to: ["authkeys c"] + lines, script: Self.tool.completionScript(for: kind), in: folder)
        }
        try #require(answers.count == lines.count + 1)
        let commands = Self.prose.enumerated().map { ("c\($0.offset)", $0.element) }
        expect(answers[0], Dictionary(uniqueKeysWithValues: commands), shell)
        for (index, text) in Self.prose.enumerated() {
            let answers = answers[(index * 4 + 1)...]
            let options =
                ["--flag", "-f", "--free", "--form"].map { ($0, text) }
                + ["--help", "-h"].map { ($0, "Show this help") }
            expect(answers[index * 4 + 1], Dictionary(uniqueKeysWithValues: options), shell)
            #expect(answers[index * 4 + 2].candidates == ["a-1", "b.2", "c_3", "d+4"], "\(text)")
            #expect(answers[index * 4 + 3].candidates == [], "\(text)")
            #expect(answers[index * 4 + 4].candidates == [], "\(text)")
        }
    }

    private func expect(_ answer: CompletingShell.Answer, _ offers: [String: String], _ shell: CompletingShell) {
        #expect(answer.candidates == Set(offers.keys))
        if shell.name != .bash { #expect(answer.descriptions == offers) }
    }
}
