import CommandOptions
import Testing

@Suite struct ValueErrorTests {
    @Test(arguments: [
        ErrorCase(
            "generate --out", .missingValue, "option '--out' needs a value", "write '--out DIR|-'"),
        ErrorCase(
            "generate --bits", .missingValue, "option '--bits' needs a value",
            "write '--bits BITS' with 2048, 3072 or 4096 for BITS"),
        ErrorCase(
            "generate --out --json", .missingValue, "option '--out' needs a value, found '--json'",
            "'--out=--json' would take it literally"),
        ErrorCase(
            "generate -o -5", .missingValue, "option '--out' needs a value, found '-5'",
            "'--out=-5' would take it literally"),
        ErrorCase(
            "generate --out --", .missingValue, "option '--out' needs a value, found '--'",
            "'--out=--' would take it literally"),
        ErrorCase(
            "generate --out -\u{7}", .missingValue, "option '--out' needs a value, found '-\\u{7}'",
            "a value that begins with '-' is written '--out=VALUE'"),
        ErrorCase(
            "generate --out -----BEGIN", .missingValue, "option '--out' needs a value, found '-----BEGIN'",
            "a key is named, not pasted: give its file, or '-' for standard input"),
    ])
    func missingValue(_ row: ErrorCase) throws { try row.check() }

    @Test(arguments: [
        ErrorCase(
            "generate --force=yes", .unexpectedValue, "option '--force' takes no value", "write '--force' alone"),
        ErrorCase("generate --force=", .unexpectedValue, "option '--force' takes no value", "write '--force' alone"),
        ErrorCase("--version=1", .unexpectedValue, "option '--version' takes no value", "write '--version' alone"),
        ErrorCase("generate --help=me", .unexpectedValue, "option '--help' takes no value", "write '--help' alone"),
    ])
    func unexpectedValue(_ row: ErrorCase) throws { try row.check() }

    @Test(arguments: [
        ErrorCase(
            "generate --bits 1024", .invalidValue, "option '--bits': '1024' is not one of 2048, 3072, 4096",
            "see 'authkeys generate --help'"),
        ErrorCase(
            "generate --bits=", .invalidValue, "option '--bits': '' is not one of 2048, 3072, 4096",
            "see 'authkeys generate --help'"),
        ErrorCase(
            "generate -b=4086", .invalidValue, "option '--bits': '4086' is not one of 2048, 3072, 4096",
            "did you mean '4096'?"),
        ErrorCase(
            "key convert --to pkcs k", .invalidValue, "option '--to': 'pkcs' is not one of pkcs8, pkcs1, spki",
            "did you mean 'pkcs8' or 'pkcs1'?"),
    ])
    func notAllowed(_ row: ErrorCase) throws { try row.check() }

    @Test(arguments: ["601", "-1", "", "1.5", "9223372036854775808", "ten"])
    func conversionErrorNamesTheOption(_ text: String) throws {
        let arguments = try Sample.arguments("jwt verify --key k --leeway=\(text)")
        let error = #expect(throws: UsageError.self) { try arguments.value(of: Sample.leeway) }
        #expect(error?.kind == .invalidValue)
        #expect(error?.message == "option '--leeway': '\(text)' is not a whole number from 0 to 600")
        #expect(error?.hint == "see 'authkeys jwt verify --help'")
    }

    @Test(arguments: [
        (["one", "X"], nil, nil), (["two", "X", "Y", "X"], nil, nil),
        (["tow", "X"], "FIRST: 'tow' is not one of one, two", "did you mean 'two'?"),
        (["X"], "FIRST: 'X' is not one of one, two", "see 'tool --help'"),
        (["one", "x"], "REST: 'x' is not one of X, Y", "did you mean 'X'?"),
        (["one", "X", ""], "REST: '' is not one of X, Y", "see 'tool --help'"),
        ([], "'tool' needs FIRST (one or two) and REST (X or Y)", "the usage is 'tool FIRST REST...'"),
    ])
    func argumentsWithListsOfValues(_ line: [String], _ message: String?, _ hint: String?) {
        let tool = CommandSpec(
            "tool", abstract: "Do.",
            arguments: [
                .init("FIRST", help: "One.", allowed: ["one", "two"]),
                .init("REST", .oneOrMore, help: "More.", allowed: ["X", "Y"]),
            ])
        var error: UsageError?
        do { _ = try tool.parse(line) } catch let thrown { error = thrown }
        #expect(error?.message == message)
        #expect(error?.hint == hint)
        #expect(error == nil || error?.kind == (line.isEmpty ? .missingArgument : .invalidValue))
    }
}
