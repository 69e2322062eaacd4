import CommandOptions
import Testing

@Suite struct CommandErrorTests {
    @Test(arguments: [
        ErrorCase(
            "", .missingCommand, "'authkeys' needs a command: generate, key, jwt or convex", "see 'authkeys --help'"),
        ErrorCase(
            "key", .missingCommand, "'authkeys key' needs a command: convert, check or inspect",
            "see 'authkeys key --help'"),
        ErrorCase(
            "key -- convert", .missingCommand, "'authkeys key' needs a command: convert, check or inspect",
            "see 'authkeys key --help'"),
    ])
    func missingCommand(_ row: ErrorCase) throws { try row.check() }

    @Test func missingCommandNamesTheGroupWhoseHelpToShow() throws {
        let error = try #require(Sample.error("key"))
        #expect(error.command?.words == ["key"])
    }

    @Test(arguments: [
        ErrorCase("zzzzzz", .unknownCommand, "unknown command 'zzzzzz'", "see 'authkeys --help'"),
        ErrorCase("-", .unknownCommand, "unknown command '-'", "see 'authkeys --help'"),
        ErrorCase("\"\"", .unknownCommand, "unknown command ''", "see 'authkeys --help'"),
        ErrorCase(
            "key zzzz", .unknownCommand, "'authkeys key' has no command 'zzzz'", "see 'authkeys key --help'"),
        ErrorCase("Generate", .unknownCommand, "unknown command 'Generate'", "did you mean 'authkeys generate'?"),
        ErrorCase("help genrate", .unknownCommand, "unknown command 'genrate'", "did you mean 'authkeys generate'?"),
        ErrorCase("gen", .unknownCommand, "unknown command 'gen'", "did you mean 'authkeys generate'?"),
    ])
    func unknownCommand(_ row: ErrorCase) throws { try row.check() }

    @Test(arguments: [
        ErrorCase(
            "key convert --to spki", .missingArgument, "'authkeys key convert' needs SOURCE",
            "the usage is 'authkeys key convert SOURCE --to FORM [options]'"),
        ErrorCase(
            "key check", .missingArgument, "'authkeys key check' needs SOURCE",
            "the usage is 'authkeys key check SOURCE... [options]'"),
    ])
    func missingArgument(_ row: ErrorCase) throws { try row.check() }

    @Test(arguments: [
        ErrorCase(
            "generate x", .unexpectedArgument, "unexpected argument 'x': 'authkeys generate' takes no arguments",
            "see 'authkeys generate --help'"),
        ErrorCase(
            "key convert a b --to spki", .unexpectedArgument,
            "unexpected argument 'b': 'authkeys key convert' takes no more than SOURCE",
            "see 'authkeys key convert --help'"),
        ErrorCase(
            "generate -- --bits", .unexpectedArgument,
            "unexpected argument '--bits': 'authkeys generate' takes no arguments", "see 'authkeys generate --help'"),
        // The second one may be a token as well.
        ErrorCase(
            "jwt inspect a b", .unexpectedArgument,
            "unexpected argument: 'authkeys jwt inspect' takes no more than TOKEN",
            "see 'authkeys jwt inspect --help'"),
        ErrorCase(
            "help generate x", .unexpectedArgument, "unexpected argument 'x' after the name of a command",
            "see 'authkeys generate --help'"),
        ErrorCase(
            "--version x", .unexpectedArgument, "unexpected argument 'x': '--version' stands alone",
            "write 'authkeys --version'"),
    ])
    func unexpectedArgument(_ row: ErrorCase) throws { try row.check() }
}
