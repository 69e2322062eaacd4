import KeyFormats
import TestSupport
import Testing

/// The values that recipes in circulation leave behind, and other things that are pasted where a key belongs.
struct KeyTextRecipeTests {
    struct Recipe: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What is found, without the area `keytext.`.
        let codes: String
        /// The value that is left of the canonical text of a key.
        let value: @Sendable (String) -> String

        init(_ description: String, _ codes: String, _ value: @escaping @Sendable (String) -> String) {
            testDescription = description
            self.codes = codes
            self.value = value
        }
    }

    private static func base64(_ text: String, lineLength: Int) -> String {
        let encoded = Array(Base64.encode(text.utf8.span).utf8)
        return stride(from: 0, to: encoded.count, by: lineLength)
            .map { String(decoding: encoded[$0..<min($0 + lineLength, encoded.count)], as: UTF8.self) + "\n" }.joined()
    }

    private static func onOneLine(_ key: String, _ separator: String) -> String {
        key.split(separator: "\n").joined(separator: separator)
    }

    private static let refused: [Recipe] = [
        Recipe("a quoted here-document around $(cat …)", "literal-command") { _ in "$(cat jwt_private_key.pem)\n" },
        Recipe("a variable in single quotes", "literal-command") { _ in "$JWT_PRIVATE_KEY" },
        Recipe("the same with braces and quotes", "quoted literal-command") { _ in "\"${JWT_PRIVATE_KEY}\"" },
        Recipe("a pipe into npx convex env set NAME -", "dash-only") { _ in "-" },
        Recipe("the name of a file", "file-name") { _ in "./jwt_private_key.pem" },
        Recipe("the same with its variable", "variable-assignment file-name") { _ in "KEY_FILE=/run/secrets/key.pem" },
        Recipe("a secret that a fork cannot read", "empty") { _ in "" },
        Recipe("an empty line on standard input", "empty") { _ in "\n" },
        Recipe("docker --env-file and several lines", "first-line-only") { String($0.prefix { $0 != "\n" }) },
        Recipe("the same of base64", "base64-first-line") {
            String(base64($0, lineLength: 76).prefix { $0 != "\n" })
        },
        Recipe("the same of openssl base64", "base64-first-line") {
            String(base64($0, lineLength: 64).prefix { $0 != "\n" }) + "\n"
        },
        Recipe("a variable that names it", "variable-assignment base64-first-line") {
            "KEY=" + base64($0, lineLength: 76).prefix { $0 != "\n" }
        },
        Recipe("an expression of GitHub", "literal-expression") { _ in "${{ secrets.JWT_PRIVATE_KEY }}" },
        Recipe("a value of Helm, in quotes", "quoted literal-expression") { _ in "\"{{ .Values.key }}\"" },
        Recipe("the first line in quotes", "unbalanced-quote first-line-only") { "\"" + $0.prefix { $0 != "\n" } },
        Recipe("a token", "not-a-key") { _ in "eyJhbGciOiJSUzI1NiJ9.e30.AAAA" },
        Recipe("a key of OpenSSH", "other-format") { _ in "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ user@host" },
        Recipe("a password", "not-a-key") { _ in "correct horse battery staple" },
        Recipe("the lines in base64url", "url-safe-alphabet") {
            $0.replacing("+", with: "-").replacing("/", with: "_")
        },
        Recipe("two private keys", "several-keys") { $0 + $0 },
        Recipe("base64 that is cut", "base64.invalid-length") { base64($0, lineLength: 4096).prefix(1001) + "\n" },
        // Text in ASCII alone hardly ever gives one of the two characters that differ.
        Recipe("base64url around it", "url-safe-alphabet") { key in
            base64(key.replacing("Q", with: "\u{3FF}"), lineLength: 4096).replacing("/", with: "_")
        },
        Recipe("lines cut by a terminal", "lost-characters") { key in
            onOneLine(key, "\n").split(separator: "\n").map { $0.prefix(60) }.joined(separator: "\n")
        },
    ]

    @Test(arguments: refused)
    func refusesWhatIsNoWholeKey(_ recipe: Recipe) throws {
        let key = String(decoding: try KeyTextCase.bytes("canonical"), as: UTF8.self)
        let text = KeyText(recipe.value(key))
        #expect(text.shortCodes == recipe.codes)
        let code = codeThrown { try text.repaired() }
        #expect(
            code?.rawValue.split(separator: ".").last
                == recipe.codes.split(separator: " ").last?.split(separator: ".").last)
    }

    private static let repaired: [Recipe] = [
        Recipe("base64 without -w0", "base64-wrapped") { base64($0, lineLength: 76) },
        Recipe("base64 -w0", "base64-wrapped") { base64($0, lineLength: 4096) },
        Recipe("base64 of base64", "base64-wrapped base64-wrapped-twice") {
            base64(base64($0, lineLength: 76), lineLength: 76)
        },
        Recipe("docker --env-file and quotes", "quoted escaped-newlines") { "\"" + onOneLine($0, "\\n") + "\"" },
        Recipe("${NAME@Q} of bash", "quoted escaped-newlines") { "$'" + onOneLine($0, "\\n") + "'" },
        Recipe("a quote left behind", "unbalanced-quote") { onOneLine($0, "\n") + "\"" },
        Recipe("the line that Convex Auth prints", "variable-assignment quoted spaces-for-newlines") {
            "JWT_PRIVATE_KEY=\"" + onOneLine($0, " ") + "\""
        },
        Recipe("both of its lines", "variable-assignment quoted text-after spaces-for-newlines") {
            "JWT_PRIVATE_KEY=\"" + onOneLine($0, " ") + "\"\nJWKS={\"keys\":[]}\n"
        },
        Recipe("a whole environment file", "text-before variable-assignment quoted text-after") {
            "SITE_URL=http://localhost\nexport JWT_PRIVATE_KEY='" + $0 + "'\nJWKS={}\n"
        },
        Recipe("the JSON of a service account", "text-before escaped-newlines text-before text-after") {
            "{\n \"private_key\": \"" + $0.replacing("\n", with: "\\n") + "\"\n}"
        },
        Recipe("JSON that escapes slashes and plus signs", "quoted escaped-newlines") {
            let escaped = $0.replacing("/", with: "\\/").replacing("+", with: "\\u002B")
            return "\"" + escaped.replacing("\n", with: "\\n") + "\""
        },
        Recipe("ENV of a Dockerfile", "escaped-newlines") { $0.replacing("\n", with: "\\n\\\n") },
        Recipe("the prompt of zsh behind it", "text-after") { onOneLine($0, "\n") + "%" },
        Recipe("tr -d '[:space:]'", "no-line-breaks lost-spaces") { String($0.filter { !$0.isWhitespace }) },
        Recipe("copied from a web page", "unicode-spaces indented") {
            onOneLine($0, "\n\u{A0}").replacing("PRIVATE KEY", with: "PRIVATE\u{A0}KEY\u{200B}")
        },
        Recipe("the last end of an old Mac", "carriage-returns") { $0.replacing("\n", with: "\r") },
        Recipe("the line end gone between two blocks", "several-blocks") {
            onOneLine($0, "\n") + "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
        },
    ]

    @Test(arguments: repaired)
    func repairsTheRest(_ recipe: Recipe) throws {
        let key = String(decoding: try KeyTextCase.bytes("canonical"), as: UTF8.self)
        let text = KeyText(recipe.value(key))
        #expect(text.shortCodes == recipe.codes)
        #expect(text.repairedText == key)
        #expect(try text.repaired().repairs.count == text.anomalies.count)
    }

    /// OpenSSL 1.1 and LibreSSL: nothing is wrong with the text, and it is no PKCS#8.
    @Test func tellsAPKCS1KeyByItsKind() throws {
        let text = KeyText(try KeyTextCase.bytes("pkcs1"))
        #expect(text.content == .pkcs1)
        #expect(text.anomalies.isEmpty)
    }

    @Test(arguments: [
        ("RSA PRIVATE KEY", "canonical", "PRIVATE KEY", KeyText.Content.pkcs8),
        ("PRIVATE KEY", "pkcs1", "RSA PRIVATE KEY", .pkcs1),
        ("RSA PUBLIC KEY", "spki_public", "PUBLIC KEY", .spki),
        ("PUBLIC KEY", "pkcs1_public", "RSA PUBLIC KEY", .pkcs1Public),
    ])
    func relabelsTheOtherStructureOfAnRSAKey(
        label: String, name: String, right: String, content: KeyText.Content
    ) throws {
        let original = String(decoding: try KeyTextCase.bytes(name), as: UTF8.self)
        let text = KeyText(original.replacing(" \(right)-", with: " \(label)-"))
        #expect(text.shortCodes == "wrong-label")
        #expect(text.content == content)
        #expect(text.repairedText == original)
    }

    private static let json: [(String, KeyText.Content)] = [
        (#"{"kty":"RSA","n":"AQ","e":"AQAB"}"#, .jwk(isPrivate: false)),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":"AQ"}"#, .jwk(isPrivate: true)),
        (#"{"keys":[{"kty":"RSA","n":"AQ","e":"AQAB"}]}"#, .jwks(isPrivate: false)),
        (#" {"keys":[{"kty":"RSA"},{"kty":"oct","k":"AQ"}]} "#, .jwks(isPrivate: true)),
        (#"{"kty":"RSA","note":"\"d\":"}"#, .jwk(isPrivate: false)),
        (#"{"note":"kty"}"#, .unknown), (#"{"kty":"RSA"#, .unknown), (#"{"kty":"RSA"}}"#, .unknown),
        (#"{"kty":"RSA"]"#, .unknown), (String(repeating: "{\"a\":", count: 50), .unknown),
    ]

    @Test(arguments: json)
    func recognisesJWKsByTheirMembers(text: String, content: KeyText.Content) {
        #expect(KeyText(text).content == content)
        #expect((KeyText(text).repairedText == nil) == (content == .unknown))
    }

    @Test func unwrapsAJWKAsItIs() throws {
        let json = #"{"kty":"RSA","n":"AQ","e":"AQAB"}"#
        let text = KeyText("'" + Self.base64(json, lineLength: 76) + "'")
        #expect(text.shortCodes == "quoted base64-wrapped")
        #expect(text.repairedText == json)
        #expect(KeyText("\"" + json.replacing("\"", with: "\\\"") + "\"").repairedText == json)
    }
}
