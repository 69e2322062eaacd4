import CommandOptions
import Testing

@Suite struct SuggestionTests {
    @Test(arguments: [
        // One letter too few, too many, wrong, swapped; case; a prefix of it; it and more.
        ("genrate", "authkeys generate"), ("genneratte", "authkeys generate"), ("genirate", "authkeys generate"),
        ("egnerate", "authkeys generate"), ("GENERATE", "authkeys generate"), ("g", "authkeys generate"),
        ("generate-key", "authkeys generate"), ("hlep", "authkeys help"), ("conves", "authkeys convex"),
        // Elsewhere in the tree, and exactly there before something nearer to the eye.
        ("convert", "authkeys key convert"), ("verify", "authkeys jwt verify"), ("key-convert", "authkeys key convert"),
        ("keyconvert", "authkeys key convert"), ("jwt convert", "authkeys key convert"),
        // In this group before others as near.
        ("key inspct", "authkeys key inspect"), ("jwt inspct", "authkeys jwt inspect"),
        ("key conv", "authkeys key convert"),
    ])
    func command(_ line: String, _ meant: String) throws {
        let error = try #require(Sample.error(line))
        #expect(error.kind == .unknownCommand)
        #expect(error.hint == "did you mean '\(meant)'?")
    }

    @Test func twoAsNear() throws {
        let error = try #require(Sample.error("inspect"))
        #expect(error.hint == "did you mean 'authkeys key inspect' or 'authkeys jwt inspect'?")
    }

    @Test(arguments: [
        ("--profle", "--profile"), ("--porfile", "--profile"), ("--pro", "--profile"), ("--PROFILE", "--profile"),
        ("---profile", "--profile"), ("-profile", "--profile"), ("--output", "--out"), ("--bit", "--bits"),
        ("--forced", "--force"), ("--kdi", "--kid"), ("--hepl", "--help"),
    ])
    func option(_ typed: String, _ meant: String) throws {
        let error = try #require(Sample.error("generate \(typed)"))
        #expect(error.kind == .unknownOption)
        #expect(error.hint == "did you mean '\(meant)'?")
    }

    @Test(arguments: [
        "generate --wrong", "generate --xy", "generate --x", "generate --colour", "zebra", "ab",
        "generate --\(String(repeating: "profile", count: 10))", String(repeating: "g", count: 1_000_000),
    ])
    func nothingNear(_ line: String) throws {
        let hint = try #require(Sample.error(line)?.hint)
        #expect(hint.hasPrefix("see 'authkeys"))
    }

    @Test func anAbbreviationIsNeverTaken() {
        #expect(Sample.error("generate --forc")?.kind == .unknownOption)
        #expect(Sample.error("generat")?.kind == .unknownCommand)
    }

    @Test func fourAsNearAreNoHelp() {
        let tool = CommandSpec(
            group: "tool", abstract: "Count.",
            subcommands: ["one1", "one2", "one3", "one4"].map { CommandSpec($0, abstract: "One.") })
        let error = #expect(throws: UsageError.self) { try tool.parse(["one"]) }
        #expect(error?.hint == "see 'tool --help'")
    }
}
