import CommandOptions
import Testing

/// What must not be repeated is not, whatever is wrong with the line.
@Suite struct SecretValueTests {
    private static let secret = "s3cr3t"

    @Test(arguments: [
        "key convert k --to spki --passphrase -s3cr3t", "key convert k --to spki --passphrase --s3cr3t",
        "key convert -ps3cr3t", "-ps3cr3t key convert", "jwt verify -ps3cr3t", "help -ps3cr3t",
        "help --passphrase=s3cr3t", "--version --passphrase=s3cr3t", "generate --out --passphrase=s3cr3t",
        "generate --out -ps3cr3t",
        "key convert --passphras=s3cr3t", "key convert --s=s3cr3t",
        "key convert --passphrase=s3cr3t --passphrase=s3cr3t", "jwt verify a s3cr3t", "generate --force=s3cr3t",
        "generate -----BEGIN-s3cr3t", "generate -- -----BEGIN-s3cr3t", "key -----BEGIN-s3cr3t", "eyJs3cr3t",
        "generate eyJs3cr3t", "generate --bits eyJs3cr3t", "generate --out -----BEGIN-s3cr3t",
        "--version eyJs3cr3t", "help generate eyJs3cr3t",
    ])
    func refusedLine(_ line: String) throws {
        let error = try #require(Sample.error(line))
        #expect(!"\(error.message) \(error.hint ?? "")".contains(Self.secret))
    }

    @Test func conversionErrorIsDropped() throws {
        let arguments = try Sample.arguments("key convert k --to spki --passphrase \(Self.secret)")
        let error = #expect(throws: UsageError.self) { try arguments.value(of: Sample.passphrase) }
        #expect(error?.kind == .invalidValue)
        #expect(error?.message == "option '--passphrase' was given a value that it does not take")
        #expect(error?.hint == "see 'authkeys key convert --help'")
    }

    @Test func allowedValuesOfASecretAreNotCompared() throws {
        let option = Option("pin", metavar: "PIN", help: "A secret.", isSecret: true, allowed: ["1111", "2222"])
        let tool = CommandSpec("tool", abstract: "Open.", options: [option.spec])
        let error = #expect(throws: UsageError.self) { try tool.parse(["--pin", "1112"]) }
        #expect(error?.message == "option '--pin' was given a value that it does not take")
        #expect(error?.hint == "see 'tool --help'")
    }

    @Test func parsedArgumentsPrintNoValues() throws {
        let arguments = try Sample.arguments("key convert s3cr3t --to spki --passphrase s3cr3tpassphrase")
        #expect("\(arguments)" == "authkeys key convert --passphrase --to …")
        var dumped = ""
        dump(arguments, to: &dumped)
        #expect(!dumped.contains(Self.secret))
        #expect(!String(reflecting: arguments).contains(Self.secret))
    }
}
