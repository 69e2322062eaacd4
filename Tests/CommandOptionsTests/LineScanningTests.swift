import CommandOptions
import Testing

@Suite struct LineScanningTests {
    @Test(arguments: [
        ("generate --out=dir", "dir"), ("generate --out dir", "dir"), ("generate -o dir", "dir"),
        ("generate -o=dir", "dir"), ("generate --out -", "-"), ("generate --out=-", "-"),
        ("generate --out=--json", "--json"), ("generate --out=a=b", "a=b"), ("generate --out==", "="),
        ("generate --force --out dir --json", "dir"),
        // U+0338 makes one character of itself and the sign before it.
        ("generate --out=\u{338}", "\u{338}"),
    ])
    func value(_ line: String, _ expected: String) throws {
        #expect(try Sample.arguments(line).value(of: Sample.out) == expected)
    }

    @Test(arguments: ["generate --out=", "generate --out \"\""])
    func anEmptyTextIsNoValue(line: String) throws {
        let error = #expect(throws: UsageError.self) { try Sample.arguments(line).value(of: Sample.out) }
        #expect(error?.kind == .invalidValue)
        #expect(error?.message == "option '--out': the value is empty")
    }

    @Test(arguments: [
        ("key check a", ["a"]), ("key check a b c", ["a", "b", "c"]), ("key check - --json -", ["-", "-"]),
        ("key check -- --json -h", ["--json", "-h"]), ("key check a -- -- b", ["a", "--", "b"]),
        ("key check \"\"", [""]), ("key check --quiet a --json b", ["a", "b"]), ("key check a --", ["a"]),
        ("key check a=b", ["a=b"]), ("jwt verify --key k", []), ("jwt verify --key k -- --help", ["--help"]),
    ])
    func arguments(_ line: String, _ expected: [String]) throws {
        #expect(try Sample.arguments(line).arguments == expected)
    }

    @Test(arguments: [
        ("generate", false, false), ("generate --force", true, false), ("generate -f -q", true, true),
        ("generate --quiet", false, true),
    ])
    func flags(_ line: String, _ force: Bool, _ quiet: Bool) throws {
        let arguments = try Sample.arguments(line)
        #expect(arguments.contains(Sample.force) == force)
        #expect(arguments.contains(Sample.quiet) == quiet)
    }

    @Test func optionAfterTheTerminatorIsNotOne() throws {
        #expect(try !Sample.arguments("key check -- --json").contains(Sample.json))
    }

    @Test func theTerminatorMayNotStandBeforeAnOptionThatIsNeeded() {
        #expect(Sample.error("key convert -- k --to=spki")?.kind == .unexpectedArgument)
    }

    @Test func theFirstErrorFromTheLeftIsReported() {
        #expect(Sample.error("generate --bits=1 --nothing x")?.kind == .invalidValue)
        #expect(Sample.error("generate --nothing --bits=1 x")?.kind == .unknownOption)
        #expect(Sample.error("generate x --nothing --bits=1")?.kind == .unexpectedArgument)
    }

    @Test func aLongLineIsReadWhole() throws {
        let words = ["key", "check"] + [String](repeating: "a", count: 100_000)
        guard case .run(let arguments) = try Sample.tool.parse(words) else { throw Sample.NotRun() }
        #expect(arguments.arguments.count == 100_000)
    }
}
