import CommandOptions
import Testing

@Suite struct HelpPrecedenceTests {
    @Test(arguments: [
        ("--help", "authkeys"), ("-h", "authkeys"), ("help", "authkeys"), ("help --help", "authkeys"),
        ("key --help", "authkeys key"), ("help key", "authkeys key"), ("generate --help", "authkeys generate"),
        ("help generate", "authkeys generate"), ("help key convert", "authkeys key convert"),
        ("key convert -h", "authkeys key convert"), ("help generate --help", "authkeys generate"),
        // It wins over whatever else is wrong.
        ("generate --nothing --help", "authkeys generate"), ("generate x y -h", "authkeys generate"),
        ("generate --bits --help", "authkeys generate"), ("generate --bits=1 --help", "authkeys generate"),
        ("generate --help --force --force", "authkeys generate"), ("key convert --help", "authkeys key convert"),
        ("jwt verify --jwks a --key b --help", "authkeys jwt verify"), ("--json --help", "authkeys"),
        ("--version --help", "authkeys"), ("key --nothing -h", "authkeys key"),
    ])
    func help(_ line: String, _ name: String) throws {
        guard case .help(let path) = try Sample.parse(line) else {
            Issue.record("not help")
            return
        }
        #expect(path.name == name)
    }

    @Test(arguments: [
        ("generate -- --help", UsageError.Kind.unexpectedArgument), ("genrate --help", .unknownCommand),
        ("key zzz --help", .unknownCommand), ("generate --out=-h x", .unexpectedArgument),
        ("generate help", .unexpectedArgument),
    ])
    func noHelp(_ line: String, _ kind: UsageError.Kind) {
        #expect(Sample.error(line)?.kind == kind)
    }

    @Test func version() throws {
        guard case .version = try Sample.parse("--version") else {
            Issue.record("not the version")
            return
        }
        #expect(Sample.error("key --version")?.kind == .unknownOption)
    }
}
