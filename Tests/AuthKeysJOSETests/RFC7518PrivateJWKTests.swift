import AuthKeysJOSE
import TestSupport
import Testing

struct RFC7518PrivateJWKTests {
    private static let pem = (try? Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem")) ?? ""
    private static let order = ["kty", "use", "alg", "kid", "n", "e", "d", "p", "q", "dp", "dq", "qi"]
    private static let secret = ["d", "p", "q", "dp", "dq", "qi"]

    private let key: RSAPrivateKey
    private let text: String
    private let members: [(name: String, value: String)]

    init() throws {
        key = try RSAPrivateKey(pemRepresentation: Self.pem.utf8.span)
        text = try PrivateJWK(key, keyID: "k1").jsonRepresentation().withBytes { String(copyingASCII: $0) }
        members = try (JSON.parse(text, limits: .keySet).members ?? []).map { ($0.name, $0.value.compactJSON) }
    }

    /// The same key with members left out, replaced or added; a value is JSON.
    private func jwk(without names: [String] = [], _ changes: [String: String] = [:]) -> String {
        let kept = members.filter { !names.contains($0.name) }.map { "\"\($0.name)\":\(changes[$0.name] ?? $0.value)" }
        let added = changes.filter { change in !members.contains { $0.name == change.key } }
            .map { "\"\($0.key)\":\($0.value)" }
        return "{" + (kept + added).joined(separator: ",") + "}"
    }

    private func value(of name: String) -> String {
        String(members.first { $0.name == name }?.value.dropFirst().dropLast() ?? "")
    }

    @Test func writesItsMembersInOneOrder() throws {
        #expect(members.map(\.name) == Self.order)
        let bare = try PrivateJWK(key, algorithm: nil, use: nil).jsonRepresentation().withBytes {
            String(copyingASCII: $0)
        }
        let names = try JSON.parse(bare, limits: .keySet).members?.map(\.name)
        #expect(names == ["kty", "n", "e"] + Self.secret)
    }

    @Test func readsBackToTheSameKeyAndTheSameText() throws {
        let read = try PrivateJWK(parsing: text.utf8.span)
        #expect(read.keyID == "k1" && read.algorithm == .rs256 && read.use == "sig")
        #expect(try read.key.pkcs8DERRepresentation().isEqual(to: key.pkcs8DERRepresentation()))
        #expect(try read.jsonRepresentation().withBytes { String(copyingASCII: $0) } == text)
    }

    @Test func readsAnyLayoutAndOrder() throws {
        let lines = members.reversed().map { "  \"\($0.name)\" :\t\($0.value)" }.joined(separator: " ,\r\n")
        let read = try PrivateJWK(parsing: "\n{\(lines), \"x5t\": \"?\", \"ext\": true}\n".utf8.span)
        #expect(try read.jsonRepresentation().withBytes { String(copyingASCII: $0) } == text)
    }

    @Test func thePublicHalfHasNothingPrivate() throws {
        let operations = #"["sign","decrypt","verify","deriveKey"]"#
        let read = try PrivateJWK(parsing: jwk(["key_ops": operations]).utf8.span)
        #expect(read.operations == ["sign", "decrypt", "verify", "deriveKey"])
        #expect(read.publicJWK.operations == ["verify", "encrypt"])
        let written = read.publicJWK.json
        #expect(written.members?.map(\.name) == ["kty", "use", "key_ops", "alg", "kid", "n", "e"])
        #expect(try JWK(written) == read.publicJWK)
        #expect(PrivateJWK(key, keyID: "k1").publicJWK == JWK(key.publicKey, keyID: "k1"))
        let privateText = try read.jsonRepresentation().withBytes { String(copyingASCII: $0) }
        #expect(privateText.hasPrefix(#"{"kty":"RSA","use":"sig","key_ops":\#(operations),"alg""#))
    }

    @Test func itsDescriptionShowsNothing() {
        let jwk = PrivateJWK(key, keyID: "k1")
        var dumped = ""
        dump(jwk, to: &dumped)
        #expect("\(jwk)" == "PrivateJWK(2048 bits)")
        #expect(String(reflecting: jwk) == "PrivateJWK(2048 bits)")
        for name in Self.secret { #expect(!dumped.contains(value(of: name).prefix(16))) }
    }

    /// Each change with the code and the name that the message has to have.
    @Test(
        arguments: [
            (["d"], [:], "jwk.member", "'d'"), (["p"], [:], "jwk.incomplete", "'p'"),
            (["p", "q", "dp", "dq", "qi"], [:], "jwk.incomplete", "'p', 'q', 'dp', 'dq', 'qi'"),
            (["qi"], [:], "jwk.incomplete", "'qi'"), (["dp", "dq"], [:], "jwk.incomplete", "'dp', 'dq'"),
            ([], ["oth": "[]"], "jwk.multi-prime", "'oth'"), (["kty"], [:], "jwk.member", "'kty'"),
            ([], ["kty": "\"EC\""], "jwk.kty", "kty"), ([], ["kty": "1"], "jwk.member", "'kty'"),
            ([], ["d": "12345"], "jwk.member", "'d'"), ([], ["p": "null"], "jwk.member", "'p'"),
            ([], ["qi": "[\"AQ\"]"], "jwk.member", "'qi'"), ([], ["d": "\"\""], "jwk.member", "'d'"),
            ([], ["d": "\"AA\""], "key.leading-zero", "'d'"), ([], ["dq": "\"AAE\""], "key.leading-zero", "'dq'"),
            ([], ["p": "\"AQ==\""], "jwk.member", "'p'"), ([], ["p": "\"A+/x\""], "jwk.member", "'p'"),
            ([], ["q": "\"A\""], "jwk.member", "'q'"), ([], ["q": "\"AR\""], "jwk.member", "'q'"),
            ([], ["dp": "\"AQ\\n\""], "jwk.member", "'dp'"), ([], ["dp": "\"\\u0041Q\""], "jwk.member", "'dp'"),
            ([], ["n": "\"AQ\""], "jwk.member", "modulus"), ([], ["e": "\"AQ==\""], "jwk.member", "'e'"),
            ([], ["e": "\"AAEAAQ\""], "key.leading-zero", "e"), ([], ["e": "\"Ag\""], "key.exponent", "exponent"),
            ([], ["alg": "\"HS256\""], "jose.algorithm", "algorithm"), ([], ["kid": "7"], "jwk.member", "'kid'"),
            ([], ["key_ops": "\"sign\""], "jwk.member", "'key_ops'"),
            (["kid"], ["k\\u0069d": "\"k2\""], "jwk.member", "backslash"),
            (["d"], ["\\u0064": "\"AQ\""], "jwk.member", "backslash"),
        ] as [([String], [String: String], AuthKeysError.Code, String)])
    func refuses(names: [String], changes: [String: String], code: AuthKeysError.Code, found: String) throws {
        let text = jwk(without: names, changes)
        let error = #expect(throws: AuthKeysError.self) { try PrivateJWK(parsing: text.utf8.span) }
        #expect(error?.code == code)
        #expect(error?.message.contains(found) == true, "\(error?.message ?? "")")
        expectNoSecret(in: error)
    }

    @Test(arguments: [
        ("", "json.syntax"), ("[]", "jwk.member"), ("null", "jwk.member"), ("{}", "jwk.member"),
        ("{\"keys\":[]}", "jwk.member"), ("{\"d\":\"AQ\",\"d\":\"AQ\"}", "json.duplicate-name"),
        ("{\"d", "json.syntax"), ("{\"d\":\"\\", "json.syntax"), ("{\"d\":\"AQ", "json.syntax"), ("\"", "json.syntax"),
        ("-----BEGIN PRIVATE KEY-----", "json.syntax"), ("{\"kty\":\"RSA\"} x", "json.trailing-content"),
        ("\u{FEFF}{}", "json.syntax"),
    ])
    func refusesText(text: String, code: AuthKeysError.Code) {
        #expect(codeThrown { try PrivateJWK(parsing: text.utf8.span) } == code)
    }

    /// A key read from a cut or changed text is the same key or none, and no error shows a part of it.
    @Test func cutsAndChangesNeverCrashAndNeverShowTheKey() {
        let bytes = Array(text.utf8)
        for end in stride(from: 0, to: bytes.count, by: 3) {
            let error = #expect(throws: AuthKeysError.self) { try PrivateJWK(parsing: Array(bytes[..<end]).span) }
            expectNoSecret(in: error)
        }
        var generator = SeededGenerator.printingSeed("RFC7518PrivateJWKTests")
        for _ in 0..<300 {
            var changed = bytes
            changed[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            do throws(AuthKeysError) {
                _ = try PrivateJWK(parsing: changed.span)
            } catch {
                expectNoSecret(in: error)
            }
        }
    }

    private func expectNoSecret(in error: AuthKeysError?) {
        let shown = "\(error?.description ?? "") \(error?.hint ?? "") \(error?.underlying.joined() ?? "")"
        for name in Self.secret {
            let value = value(of: name)
            #expect(!shown.contains(value.prefix(12)) && !shown.contains(value.suffix(12)))
        }
    }
}

struct MaskedJWKTextTests {
    @Test(arguments: [
        (#"{"kid":"a b","d":"SECRET","n":"bbb"}"#, #"{"kid":"a b","d":"xxxxxx","n":"bbb"}"#),
        (#"{"d" : "S\"E","key_ops":["sign"]}"#, #"{"d" : "xxxx","key_ops":["sign"]}"#),
        (#"{"oth":[{"r":"SEC","d":"RET"}],"e":"AQAB"}"#, #"{"oth":[{"r":"xxx","d":"xxx"}],"e":"AQAB"}"#),
        (#"{"d":9876.5e7,"unknown":"SECRET"}"#, #"{"d":1111.1e1,"unknown":"xxxxxx"}"#),
        (#"{"\u0064":"SECRET""#, #"{"\u0064":"xxxxxx""#), (#"{"d":"SECRET"#, #"{"d":"xxxxxx"#),
    ])
    func hidesWhatIsNotPublic(text: String, expected: String) {
        #expect(String(decoding: masked(text), as: UTF8.self) == expected)
    }

    private func masked(_ text: String) -> [UInt8] { MaskedJWKText(text.utf8.span).bytes }
}
