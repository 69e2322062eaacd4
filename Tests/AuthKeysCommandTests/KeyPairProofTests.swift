import AuthKeysCommand
import AuthKeysJOSE
import Consumers
import Encodings
import HostSystem
import TestSupport
import Testing

/// The proof refuses every text that is not the one that was made, and does not show what it refuses.
@Suite struct KeyPairProofTests {
    typealias Format = GenerateOptions.Format

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Of what was made, and of another pair.
        let change: @Sendable (Texts, Texts) -> String
    }

    /// The texts of a pair and of another.
    struct Texts: Sendable {
        let values: [Format: String]
        let privateKey: String
        let publicKey: String
        let jwks: String

        init(_ pair: KeyPair) throws {
            let folder = try KeyPairFolder(pair, format: .dotenv)
            func file(_ name: String) throws -> String {
                string(try #require(folder.files.first { $0.name == name }).contents)
            }
            values = [.dotenv: string(try pair.values(.dotenv)), .json: string(try pair.values(.json))]
            privateKey = try file("jwt_private_key.pem")
            publicKey = try file("jwt_public.pem")
            jwks = String(try file("jwks.json").dropLast())
        }

        var dotenv: String { values[.dotenv] ?? "" }
        var json: String { values[.json] ?? "" }
        var lines: [Substring] { dotenv.split(separator: "\n") }
    }

    private static let time = NumericDate(secondsSince1970: 1_700_000_000)
    private static let key = Result<RSAPrivateKey, any Error> { try RSAPrivateKey(keySize: .bits2048) }
    private static let pair = Result<KeyPair, any Error> {
        try KeyPair(key.get(), keyID: nil, profile: .convexAuth)
    }
    private static let otherPair = Result<KeyPair, any Error> {
        try KeyPair(RSAPrivateKey(keySize: .bits2048), keyID: nil, profile: .convexAuth)
    }
    private static let other = Result<Texts, any Error> { try Texts(otherPair.get()) }

    private typealias Status = AuthKeysCommand.ExitStatus

    private var proof: KeyPairProof { get throws { KeyPairProof(try Self.pair.get(), at: Self.time) } }
    private var texts: Texts { get throws { try Texts(Self.pair.get()) } }

    // MARK: - What was made

    @Test(arguments: Profile.all.map(\.name), Format.allCases)
    func accepts_what_was_made(profile: String, format: Format) throws {
        let pair = try KeyPair(Self.key.get(), keyID: "k1", profile: #require(Profile.named(profile)))
        let proof = KeyPairProof(pair, at: Self.time)
        try proof.check(pair.values(format), format)
        try proof.check(KeyPairFolder(pair, format: format))
    }

    // MARK: - Values

    static let dotenvCases = [
        Case(testDescription: "nothing") { _, _ in "" },
        Case(testDescription: "the values of another pair") { _, other in other.dotenv },
        Case(testDescription: "the JWKS of another key") { "\($0.lines[0])\n\($1.lines[1])\n" },
        Case(testDescription: "the private key of another") { "\($1.lines[0])\n\($0.lines[1])\n" },
        Case(testDescription: "one line") { text, _ in "\(text.lines[0])\n" },
        Case(testDescription: "a third line") { text, _ in text.dotenv + "OTHER=1\n" },
        Case(testDescription: "a third line that is nothing") { text, _ in text.dotenv + "nonsense\n" },
        Case(testDescription: "the lines the other way round") { text, _ in "\(text.lines[1])\n\(text.lines[0])\n" },
        Case(testDescription: "a line twice") { text, _ in text.dotenv + "\(text.lines[1])\n" },
        Case(testDescription: "another name") { text, _ in text.dotenv.replacing("JWKS=", with: "JWK=") },
        Case(testDescription: "a space before the key") { text, _ in text.dotenv.replacing("=\"-", with: "=\" -") },
        Case(testDescription: "an unquoted key") { text, _ in text.dotenv.replacing("\"-----BEGIN", with: "-----BEGIN")
        },
        Case(testDescription: "escaped line ends") { text, _ in text.dotenv.replacing(" MII", with: "\\n\\nMII") },
        Case(testDescription: "another label") { text, _ in
            text.dotenv.replacing("PRIVATE KEY", with: "RSA PRIVATE KEY")
        },
        Case(testDescription: "a shorter key") { text, _ in text.dotenv.replacing(/.{64} -----END/, with: "-----END") },
        Case(testDescription: "two keys") { text, other in
            text.dotenv.replacing("]}'", with: ",\(other.jwks.dropFirst(9).dropLast(2))]}'")
        },
        Case(testDescription: "another kid") { text, _ in text.dotenv.replacing("\"kid\":\"", with: "\"kid\":\"x") },
        Case(testDescription: "no kid") { text, _ in text.dotenv.replacing(/"kid":"[^"]*",/, with: "") },
        Case(testDescription: "another use") { text, _ in text.dotenv.replacing("\"sig\"", with: "\"enc\"") },
        Case(testDescription: "another algorithm") { text, _ in text.dotenv.replacing("RS256", with: "RS512") },
        Case(testDescription: "a private member") { text, _ in
            text.dotenv.replacing("\"e\":", with: "\"d\":\"AQAB\",\"e\":")
        },
        Case(testDescription: "another exponent") { text, _ in text.dotenv.replacing("AQAB", with: "Aw") },
        Case(testDescription: "broken JSON") { text, _ in text.dotenv.replacing("]}'", with: "]'") },
    ]

    @Test(arguments: dotenvCases)
    func refuses_two_lines_that_were_tampered_with(example: Case) throws {
        let tampered = example.change(try texts, try Self.other.get())
        #expect(try tampered != texts.dotenv)
        try expectRefusal { try proof.check(Array(tampered.utf8), .dotenv) }
    }

    static let jsonCases = [
        Case(testDescription: "nothing") { _, _ in "" },
        Case(testDescription: "the JSON of another pair") { _, other in other.json },
        Case(testDescription: "no environment") { text, _ in text.json.replacing("\"environment\"", with: "\"values\"")
        },
        Case(testDescription: "another privateKey") { text, other in
            text.json.replacing(escaped(text.privateKey), with: escaped(other.privateKey))
        },
        Case(testDescription: "another publicKey") { text, other in
            text.json.replacing(escaped(text.publicKey), with: escaped(other.publicKey))
        },
        Case(testDescription: "another jwks") { $0.json.replacing($0.jwks, with: $1.jwks) },
        Case(testDescription: "another JWKS in the environment") { text, other in
            text.json.replacing(escaped(text.jwks), with: escaped(other.jwks))
        },
        Case(testDescription: "another key in the environment") { text, other in
            text.json.replacing(oneLine(text.privateKey), with: oneLine(other.privateKey))
        },
        Case(testDescription: "a comma too many") { text, _ in text.json.replacing("}}", with: "},}") },
    ]

    @Test(arguments: jsonCases)
    func refuses_JSON_that_was_tampered_with(example: Case) throws {
        let tampered = example.change(try texts, try Self.other.get())
        #expect(try tampered != texts.json)
        try expectRefusal { try proof.check(Array(tampered.utf8), .json) }
    }

    // MARK: - Files

    static let fileCases: [(name: String, example: Case)] = [
        ("jwt_private_key.pem", Case(testDescription: "nothing") { _, _ in "" }),
        ("jwt_private_key.pem", Case(testDescription: "another key") { _, other in other.privateKey }),
        ("jwt_private_key.pem", Case(testDescription: "one line") { text, _ in oneLine(text.privateKey) }),
        ("jwt_private_key.pem", Case(testDescription: "the public key") { text, _ in text.publicKey }),
        ("jwt_private_key.pem", Case(testDescription: "no line end") { text, _ in String(text.privateKey.dropLast()) }),
        ("jwt_public.pem", Case(testDescription: "nothing") { _, _ in "" }),
        ("jwt_public.pem", Case(testDescription: "another key") { _, other in other.publicKey }),
        ("jwt_public.pem", Case(testDescription: "the private key") { text, _ in text.privateKey }),
        ("jwks.json", Case(testDescription: "nothing") { _, _ in "" }),
        ("jwks.json", Case(testDescription: "another key") { _, other in other.jwks }),
        ("jwks.json", Case(testDescription: "no key") { _, _ in #"{"keys":[]}"# }),
        (
            "jwks.json",
            Case(testDescription: "a key and no set") { text, _ in String(text.jwks.dropFirst(9).dropLast(2)) }
        ),
        ("convex.env", Case(testDescription: "the values of another pair") { _, other in other.dotenv }),
        ("convex.env", Case(testDescription: "JSON") { text, _ in text.json }),
    ]

    @Test(arguments: fileCases)
    func refuses_a_file_that_was_tampered_with(name: String, example: Case) throws {
        let contents = Array(example.change(try texts, try Self.other.get()).utf8)
        try expectRefusal { try proof.check(StagedFile(name: name, isSecret: true, contents: contents), .dotenv) }
    }

    /// One character of the base64, at every fifth place: in n, e, d, the primes, the exponents and the coefficient.
    @Test(arguments: ["jwt_private_key.pem", "convex.env"])
    func refuses_a_private_key_with_one_changed_character(name: String) throws {
        let texts = try texts
        let text = Array((name == "convex.env" ? texts.dotenv : texts.privateKey).utf8)
        let start = try #require(String(decoding: text, as: UTF8.self).firstRange(of: "MII"))
        let first = String(decoding: text, as: UTF8.self)[..<start.lowerBound].utf8.count
        var changed = 0
        for index in stride(from: first, to: first + 1600, by: 5) where text[index] > UInt8(ascii: "+") {
            var tampered = text
            tampered[index] = text[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            let file = StagedFile(name: name, isSecret: true, contents: tampered)
            #expect(codeThrown { try proof.check(file, .dotenv) } == InternalCode.proofFailed.code, "at \(index)")
            changed += 1
        }
        #expect(changed > 250)
    }

    // MARK: - The error

    private func expectRefusal(_ body: () throws -> Void) throws {
        let error = try #require(#expect(throws: AuthKeysError.self) { try body() })
        #expect(error.code == InternalCode.proofFailed.code)
        #expect(Status(error) == .fault)
        let shown = ([error.description, error.hint ?? ""] + error.underlying).joined(separator: "\n")
        for texts in [try self.texts, try Self.other.get()] {
            let secret = texts.privateKey.split(separator: "\n").dropFirst().dropLast()
            #expect(secret.allSatisfy { !shown.contains($0.prefix(16)) })
        }
    }
}

private func string(_ source: any ByteSource) -> String {
    source.withBytes { bytes in
        var copy: [UInt8] = []
        for index in bytes.indices { copy.append(bytes[index]) }
        return String(decoding: copy, as: UTF8.self)
    }
}

private func escaped(_ text: String) -> String { String(Escaper.json(text).dropFirst().dropLast()) }

private func oneLine(_ pem: String) -> String { pem.split(separator: "\n").joined(separator: " ") }
