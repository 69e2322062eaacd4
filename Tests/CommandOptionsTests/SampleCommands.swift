import CommandOptions

/// A small tool with one of everything.
enum Sample {
    enum Form: String, CaseIterable {
        case pkcs8, pkcs1, spki
    }

    static let bits = Option(
        "bits", short: "b", metavar: "BITS", help: "The size of the modulus.", allowed: ["2048", "3072", "4096"],
        default: .value("2048"),
        convert: { (text: String) throws(UsageError) -> Int in
            guard let bits = Int(text) else { throw .invalidValue(text, "is not a number") }
            return bits
        })
    static let out = Option(
        "out", short: "o", metavar: .folder("DIR|-"), help: "Where to write, or '-' for standard output.",
        default: .described("auth-keys"))
    static let kid = Option(
        "kid", metavar: "KID", help: "The key ID.", default: .described("the RFC 7638 thumbprint of the key"))
    static let profile = Option("profile", metavar: "NAME", help: "The consumer to make it for.")
    static let force = Flag("force", short: "f", help: "Overwrite what is there.")
    static let json = Flag("json", help: "Print the result as JSON.")
    static let quiet = Flag("quiet", short: "q", help: "Print errors only.")

    static let to = Option<Form>("to", metavar: "FORM", help: "The form to write.", isRequired: true)
    static let passphrase = Option(
        "passphrase", short: "p", metavar: "TEXT", help: "What opens the key.", isSecret: true,
        convert: { (text: String) throws(UsageError) -> String in
            guard text.utf8.count >= 8 else { throw .invalidValue(text, "is too short", hint: "not '\(text)'") }
            return text
        })
    static let source = ArgumentSpec(.source, help: "The key: a path, '-' or env:NAME.")
    static let sources = ArgumentSpec(.source, .oneOrMore, help: "The keys.")

    static let jwks = Option("jwks", metavar: .source, help: "The set to verify with.")
    static let key = Option("key", metavar: .source, help: "The key to verify with.")
    static let issuer = Option("issuer", metavar: "URL", help: "The issuer that is accepted.")
    static let anyIssuer = Flag("any-issuer", help: "Accept any issuer.")
    static let audience = Option("audience", metavar: "NAME", help: "An audience that is accepted.").repeatable
    static let leeway = Option<Int>(
        "leeway", metavar: "SECONDS", help: "How far clocks may be apart.", in: 0...600, default: 0)
    static let token = ArgumentSpec("TOKEN", .optional, help: "The token.", isSecret: true)

    static let generate = CommandSpec(
        "generate", abstract: "Make a key pair, its JWKS and the environment values.",
        discussion: [
            "Writes a new folder with the private key, the public key, the JWKS and the two environment values that "
                + "a deployment needs.",
            "Nothing is overwritten.",
        ],
        options: [bits.spec, out.spec, kid.spec, profile.spec, force.spec],
        examples: [
            .init("authkeys generate", "Makes a key of 2048 bits in the folder auth-keys."),
            .init(
                "authkeys generate --bits 4096 --out -",
                "Prints both environment values on standard output, where nobody else should be reading them."),
        ],
        exitStatuses: [
            .init(0, "The key was made."), .init(2, "The folder could not be written."),
            .init(64, "The command line was wrong."),
        ])
    static let convert = CommandSpec(
        "convert", abstract: "Write a key in another form.", arguments: [source],
        options: [to.spec, passphrase.spec, out.spec])
    static let check = CommandSpec("check", abstract: "Judge the strength of keys.", arguments: [sources])
    static let keyInspect = CommandSpec("inspect", abstract: "Tell what a key is.", arguments: [source])
    static let verify = CommandSpec(
        "verify", abstract: "Verify a token.", arguments: [token],
        options: [jwks.spec, key.spec, issuer.spec, anyIssuer.spec, audience.spec, leeway.spec],
        optionGroups: [.exactlyOne(jwks.spec, key.spec), .atMostOne(issuer.spec, anyIssuer.spec)])
    static let jwtInspect = CommandSpec("inspect", abstract: "Show what a token says.", arguments: [token])

    static let tool = CommandSpec(
        group: "authkeys",
        abstract: "RSA keys that sign JWTs: make them, rotate them, find out what is wrong with them.",
        commonOptions: [json.spec, quiet.spec],
        examples: [.init("authkeys generate", "Makes a key pair and all that a deployment needs.")],
        exitStatuses: [.init(0, "Done, or the answer is yes."), .init(64, "The command line was wrong.")],
        subcommands: [
            generate,
            CommandSpec(
                group: "key", abstract: "Look at a key and change its form.", subcommands: [convert, check, keyInspect]),
            CommandSpec(group: "jwt", abstract: "Work with tokens.", subcommands: [verify, jwtInspect]),
            CommandSpec("convex", abstract: "Push to a deployment.", options: [profile.spec]),
        ])

    /// The words of `line`, parsed; `""` stands for an empty word.
    static func parse(_ line: String) throws(UsageError) -> ParseOutcome {
        try tool.parse(line.split(separator: " ").map { $0 == "\"\"" ? "" : String($0) })
    }

    static func arguments(_ line: String) throws -> ParsedArguments {
        guard case .run(let arguments) = try parse(line) else { throw NotRun() }
        return arguments
    }

    static func error(_ line: String) -> UsageError? {
        do {
            _ = try parse(line)
            return nil
        } catch {
            return error
        }
    }

    struct NotRun: Error {}
}
