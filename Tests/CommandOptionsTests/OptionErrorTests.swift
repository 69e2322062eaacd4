import CommandOptions
import Testing

@Suite struct OptionErrorTests {
    @Test(arguments: [
        ErrorCase(
            "generate --nothing", .unknownOption, "unknown option '--nothing' for 'authkeys generate'",
            "see 'authkeys generate --help'"),
        ErrorCase(
            "generate --profil=x", .unknownOption, "unknown option '--profil' for 'authkeys generate'",
            "did you mean '--profile'?"),
        ErrorCase(
            "generate -json", .unknownOption, "unknown option '-json' for 'authkeys generate'",
            "did you mean '--json'?"),
        ErrorCase(
            "generate -fq", .unknownOption, "unknown option '-f…' for 'authkeys generate'",
            "a short option is one letter: write '-f' apart from what follows it"),
        ErrorCase(
            "key convert -phunter2", .unknownOption, "unknown option '-p…' for 'authkeys key convert'",
            "a short option is one letter: write '-p' apart from what follows it"),
        ErrorCase(
            "generate --to spki", .unknownOption, "unknown option '--to' for 'authkeys generate'",
            "'--to' belongs to 'authkeys key convert'"),
        ErrorCase(
            "key inspect --profile x", .unknownOption, "unknown option '--profile' for 'authkeys key inspect'",
            "'--profile' belongs to 'authkeys generate' and 'authkeys convex'"),
        ErrorCase(
            "generate --version", .unknownOption, "unknown option '--version' for 'authkeys generate'",
            "'authkeys --version' shows the version"),
        ErrorCase(
            "--json generate", .unknownOption, "unknown option '--json' for 'authkeys'",
            "options follow the command, as in 'authkeys generate --json'"),
        ErrorCase("--jsn generate", .unknownOption, "unknown option '--jsn' for 'authkeys'", "did you mean '--json'?"),
        ErrorCase(
            "generate --=x", .unknownOption, "unknown option '--' for 'authkeys generate'",
            "see 'authkeys generate --help'"),
        ErrorCase(
            "key inspect -my/key.pem", .unknownOption, "unknown option '-my/key.pem' for 'authkeys key inspect'",
            "an argument that begins with '-' comes after '--'"),
        ErrorCase(
            "key inspect -----BEGIN\u{A0}PRIVATE", .unknownOption,
            "unknown option '-----BEGIN…' for 'authkeys key inspect'",
            "a key is named, not pasted: give its file, or '-' for standard input"),
        // U+212A is equal to the letter K for Swift's strings, and U+0301 merges with what stands before it.
        ErrorCase(
            "generate --\u{212A}ID", .unknownOption, "unknown option '--\u{212A}ID' for 'authkeys generate'",
            "did you mean '--kid'?"),
        ErrorCase(
            "generate --force\u{301}", .unknownOption, "unknown option '--force\u{301}' for 'authkeys generate'",
            "did you mean '--force'?"),
    ])
    func unknownOption(_ row: ErrorCase) throws { try row.check() }

    @Test(arguments: [
        ErrorCase(
            "generate --force -f", .repeatedOption, "option '--force' was given twice",
            "'authkeys generate' takes it once"),
        ErrorCase(
            "generate -b 2048 --bits=3072", .repeatedOption, "option '--bits' was given twice",
            "'authkeys generate' takes it once"),
    ])
    func repeatedOption(_ row: ErrorCase) throws { try row.check() }

    @Test(arguments: [
        ErrorCase(
            "key convert k", .missingOption, "'authkeys key convert' needs the option '--to'",
            "add '--to FORM' with pkcs8, pkcs1 or spki for FORM"),
        ErrorCase(
            "jwt verify", .missingOption, "'authkeys jwt verify' needs '--jwks' or '--key'",
            "see 'authkeys jwt verify --help'"),
    ])
    func missingOption(_ row: ErrorCase) throws { try row.check() }

    @Test(arguments: [
        ErrorCase(
            "jwt verify --key b --jwks a", .conflictingOptions, "'--jwks' and '--key' exclude each other",
            "give '--jwks' or '--key'"),
        ErrorCase(
            "jwt verify --key b --issuer a --any-issuer", .conflictingOptions,
            "'--issuer' and '--any-issuer' exclude each other", "give '--issuer' or '--any-issuer'"),
    ])
    func conflictingOptions(_ row: ErrorCase) throws { try row.check() }

    @Test func conflictNamesAllThatWereFoundAndAllThatAreOffered() throws {
        let flags = ["one", "two", "three", "four"].map { Flag($0, help: "A choice.").spec }
        let tool = CommandSpec(
            "tool", abstract: "Choose.", options: flags,
            optionGroups: [.atMostOne(flags[0], flags[1], flags[2], flags[3])])
        let error = #expect(throws: UsageError.self) { try tool.parse(["--four", "--two", "--one"]) }
        #expect(error?.message == "'--one', '--two' and '--four' exclude each other")
        #expect(error?.hint == "give '--one', '--two', '--three' or '--four'")
    }
}
