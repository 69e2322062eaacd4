import CommandOptions
import Testing

@Suite struct HelpScreenTests {
    private func help(_ words: String..., width: Int = 80, bold: Bool = false) throws -> String {
        HelpScreen(try Sample.tool.resolve(words).path, width: width, boldHeadings: bold).text
    }

    @Test func command() throws {
        #expect(
            try help("generate") == """
                Make a key pair, its JWKS and the environment values.

                Usage:
                  authkeys generate [options]

                Writes a new folder with the private key, the public key, the JWKS and the two
                environment values that a deployment needs.

                Nothing is overwritten.

                Options:
                  -b, --bits BITS     The size of the modulus. (one of 2048, 3072, 4096;
                                      default: 2048)
                  -o, --out DIR|-     Where to write, or '-' for standard output. (default:
                                      auth-keys)
                      --kid KID       The key ID. (default: the RFC 7638 thumbprint of the key)
                      --profile NAME  The consumer to make it for.
                  -f, --force         Overwrite what is there.

                Common options:
                      --json   Print the result as JSON.
                  -q, --quiet  Print errors only.
                  -h, --help   Show this help.

                Examples:
                  authkeys generate
                      Makes a key of 2048 bits in the folder auth-keys.
                  authkeys generate --bits 4096 --out -
                      Prints both environment values on standard output, where nobody else
                      should be reading them.

                Exit status:
                  0   The key was made.
                  2   The folder could not be written.
                  64  The command line was wrong.

                """)
    }

    @Test func commandWithArgumentsAndGroups() throws {
        #expect(
            try help("jwt", "verify") == """
                Verify a token.

                Usage:
                  authkeys jwt verify [TOKEN] (--jwks SOURCE | --key SOURCE) [options]

                Arguments:
                  [TOKEN]  The token.

                Options:
                      --jwks SOURCE     The set to verify with.
                      --key SOURCE      The key to verify with.
                      --issuer URL      The issuer that is accepted. (not with --any-issuer)
                      --any-issuer      Accept any issuer. (not with --issuer)
                      --audience NAME   An audience that is accepted. (may be repeated)
                      --leeway SECONDS  How far clocks may be apart. (default: 0)

                Common options:
                      --json   Print the result as JSON.
                  -q, --quiet  Print errors only.
                  -h, --help   Show this help.

                """)
    }

    @Test func tool() throws {
        #expect(
            try help() == """
                RSA keys that sign JWTs: make them, rotate them, find out what is wrong with
                them.

                Usage:
                  authkeys COMMAND [options]

                Start here:
                  authkeys generate
                      Makes a key pair and all that a deployment needs.

                Commands:
                  generate  Make a key pair, its JWKS and the environment values.
                  key       Look at a key and change its form. (convert, check, inspect)
                  jwt       Work with tokens. (verify, inspect)
                  convex    Push to a deployment.

                Options:
                  -h, --help     Show this help.
                      --version  Show the version.

                Exit status:
                  0   Done, or the answer is yes.
                  64  The command line was wrong.

                'authkeys help COMMAND' tells all about a command.

                """)
    }

    @Test func group() throws {
        #expect(
            try help("key") == """
                Look at a key and change its form.

                Usage:
                  authkeys key COMMAND [options]

                Commands:
                  convert  Write a key in another form.
                  check    Judge the strength of keys.
                  inspect  Tell what a key is.

                Options:
                  -h, --help  Show this help.

                'authkeys help key COMMAND' tells all about a command.

                """)
    }

    @Test func narrow() throws {
        #expect(
            try help("key", "convert", width: 40) == """
                Write a key in another form.

                Usage:
                  authkeys key convert SOURCE
                    --to FORM [options]

                Arguments:
                  SOURCE  The key: a path, '-' or
                          env:NAME.

                Options:
                      --to FORM  The form to write.
                                 (required; one of
                                 pkcs8, pkcs1, spki)
                  -p, --passphrase TEXT
                                 What opens the key.
                  -o, --out DIR|-
                                 Where to write, or '-'
                                 for standard output.
                                 (default: auth-keys)

                Common options:
                      --json   Print the result as JSON.
                  -q, --quiet  Print errors only.
                  -h, --help   Show this help.

                """)
    }

    @Test(arguments: [Int.min, -1, 0, 39])
    func aWidthTooSmallIsTakenAsTheLeast(_ width: Int) throws {
        #expect(try help("generate", width: width) == help("generate", width: 40))
    }

    @Test(arguments: [40, 60, 80, 100, 132])
    func noLineIsWider(_ width: Int) throws {
        for path in CommandPath(root: Sample.tool).descendants {
            // Only a line to be copied is never broken.
            let examples = path.command.examples.map { "  \($0.line)" }
            for line in HelpScreen(path, width: width).text.split(separator: "\n").map(String.init) {
                #expect(line.count <= width || examples.contains(line), "\(path.name): \(line)")
                #expect(!line.hasSuffix(" "))
            }
        }
    }

    @Test func onlyHeadingsAreBold() throws {
        let plain = try help("jwt", "verify")
        let bold = try help("jwt", "verify", bold: true)
        #expect(!plain.contains("\u{1B}"))
        #expect(bold.contains("\n\u{1B}[1mCommon options:\u{1B}[0m\n"))
        let stripped = bold.split(separator: "\u{1B}[1m").joined().split(separator: "\u{1B}[0m").joined()
        #expect(stripped == plain)
    }

    @Test func everyOptionAndArgumentIsShown() throws {
        for path in CommandPath(root: Sample.tool).commands {
            let text = HelpScreen(path).text
            for option in path.options { #expect(text.contains(option.invocation)) }
            for argument in path.command.arguments { #expect(text.contains(argument.placeholder)) }
        }
    }
}
