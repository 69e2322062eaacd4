import CommandOptions

/// A tool with each kind of option, argument and group that a command can declare.
enum FuzzedTool {
    static let size = Option<Int>("size", short: "s", metavar: "N", help: "A number.", in: 1...99, default: 7)
    static let form = Option(
        "form", metavar: "FORM", help: "One of three.", isRequired: true, allowed: ["pkcs8", "pkcs1", "spki"])
    static let passphrase = Option(
        "passphrase", short: "p", metavar: "TEXT", help: "A secret.", isSecret: true,
        convert: { (text: String) throws(UsageError) -> String in
            guard text.utf8.count > 30 else { throw .invalidValue(text, "is too short", hint: "not '\(text)'") }
            return text
        })
    static let audience = Option("audience", short: "a", metavar: "NAME", help: "Any number.").repeatable
    static let jwks = Option("jwks", metavar: "SOURCE", help: "A set.")
    static let key = Option("key", metavar: "SOURCE", help: "A key.")
    static let force = Flag("force", short: "f", help: "A flag.")
    static let quiet = Flag("quiet", short: "q", help: "A flag of every command.")
    static let source = ArgumentSpec("SOURCE", help: "One.")
    static let others = ArgumentSpec("OTHER", .zeroOrMore, help: "More.")
    static let token = ArgumentSpec("TOKEN", .optional, help: "A secret.", isSecret: true)

    static let texts = [passphrase, form, jwks, key]

    static let specification = CommandSpec(
        group: "tool", abstract: "A tool.", commonOptions: [quiet.spec],
        subcommands: [
            CommandSpec(
                "convert", abstract: "Converts.", arguments: [source, others],
                options: [size.spec, form.spec, passphrase.spec, force.spec]),
            CommandSpec(
                group: "token", abstract: "Tokens.",
                subcommands: [
                    CommandSpec(
                        "verify", abstract: "Verifies.", arguments: [token],
                        options: [jwks.spec, key.spec, audience.spec],
                        optionGroups: [.exactlyOne(jwks.spec, key.spec)])
                ]),
        ])
}
