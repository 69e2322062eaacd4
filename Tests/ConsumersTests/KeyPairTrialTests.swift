import AuthKeysJOSE
import Consumers
import TestSupport
import Testing

struct KeyPairTrialTests {
    private static let time = NumericDate(secondsSince1970: 1_700_000_000)
    private static let pem = (try? Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem")) ?? ""
    private static let line = pem.split(separator: "\n").joined(separator: " ")
    private static let jwk =
        (try? Repository.text(of: "Fixtures/keys/rfc7515-a2.jwk.json").dropLast()).map(String.init) ?? ""
    private static let other =
        (try? Repository.text(of: "Fixtures/keys/rfc7638-3.1.jwk.json").dropLast()).map(String.init) ?? ""

    private static func named(_ kid: String, _ members: String = "") -> String {
        #"{"kid":"\#(kid)",\#(members)"# + jwk.dropFirst()
    }

    private func code(_ profile: Profile, _ privateKeyText: String, _ keys: String...) -> AuthKeysError.Code? {
        let jwks = #"{"keys":["# + keys.joined(separator: ",") + "]}"
        return codeThrown {
            try profile.tryOut(privateKeyText: privateKeyText.utf8.span, jwks: jwks.utf8.span, at: Self.time)
        }
    }

    /// Which texts of one key each consumer reads (jose's gate: the BEGIN line at index 0, white space ignored).
    @Test(
        arguments: [
            (pem, true, true), (line, true, true), (line + "\n", true, true), (pem + "\n\n", true, true),
            (pem.split(separator: "\n").joined(separator: "\r\n"), true, true),
            (pem.split(separator: "\n").joined(), true, true),
            (pem.split(separator: "\n").joined(separator: "\u{A0}"), true, false),
            (" " + line, false, true), ("\n" + pem, false, true), ("\u{FEFF}" + pem, false, false),
            ("\"" + line + "\"", false, false), (line + "\"", false, false),
            (pem.split(separator: "\n").joined(separator: "\\n"), false, false),
            (String(line.dropLast(26)), true, false),
            (String(pem.prefix(28)), false, false), ("", false, false), ("-", false, false),
            ("$(cat jwt_private_key.pem)", false, false), (String(line.dropLast(60)), false, false),
        ] as [(String, Bool, Bool)])
    func readsKeyText(text: String, convexAuth: Bool, generic: Bool) {
        #expect(code(.convexAuth, text, Self.jwk) == (convexAuth ? nil : "consumer.key-text-refused"))
        #expect(code(.generic, text, Self.jwk) == (generic ? nil : "consumer.key-text-refused"))
    }

    @Test(arguments: [Int64.min, 0, .max])
    func triesAtAnyTime(seconds: Int64) throws {
        let jwks = #"{"keys":["# + Self.jwk + "]}"
        try Profile.generic.tryOut(
            privateKeyText: Self.pem.utf8.span, jwks: jwks.utf8.span, at: NumericDate(secondsSince1970: seconds))
    }

    @Test(arguments: ["rfc7515-a2.pkcs1.pem", "rfc7515-a2.spki.pem", "rfc7515-a2.jwk.json"])
    func convexAuthRefusesOtherFormsInItsOwnWords(file: String) throws {
        let text = try Repository.text(of: "Fixtures/keys/" + file)
        let error = #expect(throws: AuthKeysError.self) {
            try Profile.convexAuth.tryOut(privateKeyText: text.utf8.span, jwks: "{}".utf8.span, at: Self.time)
        }
        #expect(error?.message.contains(#""pkcs8" must be PKCS#8 formatted string"#) == true)
    }

    /// Convex Auth's tokens carry no kid, so a second eligible key makes every token ambiguous.
    @Test func selectsTheKey() {
        let foreign = Self.other
        for (keys, convexAuth, generic) in [
            ([Self.jwk], nil, nil),
            ([Self.named("a")], nil, nil),
            ([Self.named("a"), foreign], "consumer.token-refused", nil),
            ([foreign, Self.named("a")], "consumer.token-refused", nil),
            ([foreign], "consumer.token-refused", "consumer.token-refused"),
            ([], "consumer.token-refused", "consumer.token-refused"),
            ([Self.named("a", #""use":"enc","#)], "consumer.token-refused", "consumer.token-refused"),
            ([Self.named("a", #""alg":"RS512","#)], "consumer.token-refused", "consumer.token-refused"),
            ([Self.named("a"), #"{"kty":"EC","crv":"P-256"}"#], nil, nil),
        ] as [([String], AuthKeysError.Code?, AuthKeysError.Code?)] {
            for (profile, expected) in [(Profile.convexAuth, convexAuth), (.generic, generic)] {
                let jwks = #"{"keys":["# + keys.joined(separator: ",") + "]}"
                let found = codeThrown {
                    try profile.tryOut(privateKeyText: Self.pem.utf8.span, jwks: jwks.utf8.span, at: Self.time)
                }
                #expect(found == expected, "\(profile.name): \(keys.count) keys")
            }
        }
    }

    @Test func convexStoresAtMost8192Bytes() {
        let room = 8192 - Self.line.utf8.count
        #expect(code(.convexAuth, Self.line + String(repeating: " ", count: room), Self.jwk) == nil)
        #expect(
            code(.convexAuth, Self.line + String(repeating: " ", count: room + 1), Self.jwk)
                == "consumer.value-too-large")
        #expect(code(.generic, Self.line + String(repeating: " ", count: room + 1), Self.jwk) == nil)
        let padded = #"{"x":"\#(String(repeating: "x", count: 8192))"}"#
        #expect(code(.convexAuth, Self.line, Self.jwk, padded) == "consumer.value-too-large")
    }

    @Test func signsAsTheConsumerSigns() throws {
        let key = try RSAPrivateKey(pemRepresentation: Self.pem.utf8.span)
        func header(_ profile: Profile) throws -> String {
            try CompactJWS(profile.signer(key: key, keyID: "k").sign("{}".utf8.span)).header.json.compactJSON
        }
        #expect(try header(.convexAuth) == #"{"alg":"RS256"}"#)
        #expect(try header(.generic) == #"{"alg":"RS256","typ":"JWT","kid":"k"}"#)
    }

    @Test func profilesAreFoundByTheirExactName() {
        #expect(Profile.all.map(\.name) == ["convex-auth", "convex-oidc", "convex-custom-jwt", "jose", "generic"])
        #expect(Profile.named("convex-auth")?.name == "convex-auth")
        #expect(Profile.named("Convex-Auth") == nil)
    }
}
