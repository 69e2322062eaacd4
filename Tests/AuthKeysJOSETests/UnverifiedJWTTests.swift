import AuthKeysJOSE
import TestSupport
import Testing

struct UnverifiedJWTTests {
    private static let header = #"{"alg":"RS256","kid":"a"}"#
    private static let claims = #"{"sub":"u","exp":1700000000}"#
    private static let signature = [UInt8](repeating: 0x5A, count: 256)
    private static let token = make(header, claims)

    private static func make(_ header: String, _ claims: String, _ signature: [UInt8] = signature) -> String {
        "\(Base64URL.encode(header.utf8.span)).\(Base64URL.encode(claims.utf8.span)).\(Base64URL.encode(signature.span))"
    }

    private static func codes(_ token: UnverifiedJWT) -> [AuthKeysError.Code] { token.anomalies.map(\.code) }

    @Test func takesAWholeTokenApart() throws {
        let token = UnverifiedJWT(reading: Self.token)
        #expect(token.form == .signed)
        #expect(token.isWellFormed)
        #expect(token.anomalies.isEmpty)
        #expect(try token.header?.json.get().compactJSON == Self.header)
        #expect(try token.claims?.json.get().compactJSON == Self.claims)
        #expect(try token.signatureLength?.get() == 256)
        #expect("\(token)" == "UnverifiedJWT(signed)")
        #expect(Mirror(reflecting: token).children.isEmpty)
    }

    @Test(
        arguments: [
            ("TOKEN\n", []), ("TOKEN\r\n", []), (" TOKEN", ["token.white-space"]), ("TOKEN \n", ["token.white-space"]),
            ("\n\nTOKEN\n\n", ["token.white-space"]), ("\"TOKEN\"", ["token.quoted"]), ("'TOKEN'", ["token.quoted"]),
            ("\"TOKEN", ["token.quoted"]), ("TOKEN'", ["token.quoted"]), ("Bearer TOKEN", ["token.bearer-prefix"]),
            ("bearer  TOKEN\n", ["token.bearer-prefix"]), ("Authorization: Bearer TOKEN", ["token.bearer-prefix"]),
            ("\"Bearer TOKEN\"", ["token.quoted", "token.bearer-prefix"]), ("JWT=TOKEN", ["token.assignment"]),
            ("JWT='TOKEN'", ["token.assignment", "token.quoted"]),
            (#"{"access_token":"TOKEN"}"#, ["token.inside-json"]),
            ("TOKEN\0", ["token.white-space"]),
        ] as [(String, [AuthKeysError.Code])])
    func takesAwayWhatStandsAround(text: String, codes: [AuthKeysError.Code]) throws {
        let token = UnverifiedJWT(reading: text.replacing("TOKEN", with: Self.token))
        #expect(Self.codes(token) == codes)
        #expect(token.isWellFormed)
        #expect(token.form == .signed)
        #expect(try token.claims?.json.get().compactJSON == Self.claims)
    }

    /// Moduli of 2056, 3000 and 4096 bits.
    @Test(arguments: [257, 375, 512])
    func aSignatureOfALargerKeyIsWhole(length: Int) throws {
        let parts = Self.token.split(separator: ".")
        let signature = Base64URL.encode([UInt8](repeating: 0x5A, count: length).span)
        let token = UnverifiedJWT(reading: "\(parts[0]).\(parts[1]).\(signature)")
        #expect(Self.codes(token).isEmpty)
        #expect(token.form == .signed)
    }

    /// The name of a member is whatever somebody wrote, and the hint is pasted into a shell.
    @Test(
        arguments: [
            ("access_token", #"jq -r '.["access_token"]'"#), ("id-token", #"jq -r '.["id-token"]'"#),
            ("a'; touch pwned; '", #"jq -r '.["a'\''; touch pwned; '\''"]'"#),
        ])
    func namesTheMemberOfAnAnswerForAShell(member: String, command: String) throws {
        let name = JSONValue.string(member).compactJSON
        let token = UnverifiedJWT(reading: "{\(name):\"\(Self.token)\"}")
        #expect(Self.codes(token) == ["token.inside-json"])
        #expect(token.anomalies.first?.error.hint == "hand on the token alone: \(command)")
    }

    @Test(
        arguments: [
            (#"{"alg":"none"}"#, 0, .unsecured, "token.unsecured"),
            (#"{"alg":"NONE"}"#, 256, .unsecured, "token.unsecured"),
            (#"{"alg":"RS256"}"#, 0, .unsecured, "token.unsecured"),
            (#"{"alg":"HS256"}"#, 32, .signed, "token.symmetric"),
            (#"{"alg":"ES256"}"#, 64, .signed, "jose.algorithm"), (#"{"alg":"rs256"}"#, 256, .signed, "jose.algorithm"),
            (#"{"kid":"a"}"#, 256, .signed, "jws.header-member"), (#"{"alg":1}"#, 256, .signed, "jws.header-member"),
            (#"{"alg":"RS256","crit":["exp"]}"#, 256, .signed, "jws.header-member"),
            (#"{"alg":"RS256","kid":1}"#, 256, .signed, "jws.header-member"),
        ] as [(String, Int, UnverifiedJWT.Form, AuthKeysError.Code)])
    func saysWhatVerifiersRefuse(header: String, length: Int, form: UnverifiedJWT.Form, code: AuthKeysError.Code) {
        let signature = [UInt8](repeating: 7, count: length)
        let token = UnverifiedJWT(reading: Self.make(header, Self.claims, signature))
        #expect(token.form == form)
        #expect(token.isWellFormed)
        #expect(Self.codes(token) == [code])
    }

    @Test(
        arguments: [
            (#"{"exp":"1"}"#, "jwt.claim-type"), (#"{"aud":[1]}"#, "jwt.claim-type"),
            (#"{"exp":1700000000000}"#, "token.milliseconds"), (#"{"iat":1e400}"#, "token.milliseconds"),
            (#"{"exp":253402300800}"#, "token.milliseconds"),
            // 9999-12-31T23:59:59Z, by which some mean never; and what passed long ago.
            (#"{"exp":253402300799}"#, nil), (#"{"exp":-200000000000}"#, nil), (#"{"exp":-1e400}"#, nil),
        ] as [(String, AuthKeysError.Code?)])
    func saysWhatIsWrongWithTheClaims(claims: String, code: AuthKeysError.Code?) {
        let token = UnverifiedJWT(reading: Self.make(Self.header, claims))
        #expect(token.isWellFormed)
        #expect(Self.codes(token) == (code.map { [$0] } ?? []))
    }

    /// What is wrong with one part leaves the others.
    @Test(
        arguments: [
            ("", .incomplete(parts: 0), ["token.empty"]), ("hello", .incomplete(parts: 1), ["jws.malformed"]),
            ("a.b.c.d", .incomplete(parts: 4), ["jws.malformed"]),
            ("HEADER", .incomplete(parts: 1), ["token.truncated"]),
            ("HEADER.CLAIMS", .incomplete(parts: 2), ["token.truncated"]),
            ("HEADER.CLAIMS.AAAAA", .signed, ["token.truncated"]), ("HEADER.CLAIMS.AAAA", .signed, ["token.truncated"]),
            ("HEADER.e30=.SIGNATURE", .signed, ["base64.invalid-character"]),
            ("HEADER.W10.SIGNATURE", .signed, ["json.unexpected-type"]),
            ("HEADER.e30x.SIGNATURE", .signed, ["json.trailing-content"]),
            ("HEADER..SIGNATURE", .signed, ["json.syntax"]),
            ("e30x.CLAIMS.SIGNATURE", .signed, ["json.trailing-content"]),
            ("HEADER.CLAIMS.SIGNA TURE", .signed, ["token.white-space"]),
            ("HEADER.CLAIMS.AA!A", .signed, ["base64.invalid-character"]),
            ("..", .unsecured, ["json.syntax", "json.syntax"]),
            ("HEADER.CLAIMS.SIGNATURE.x.y", .incomplete(parts: 5), ["jws.malformed"]),
        ] as [(String, UnverifiedJWT.Form, [AuthKeysError.Code])])
    func saysWhatIsWrong(text: String, form: UnverifiedJWT.Form, codes: [AuthKeysError.Code]) {
        let signature = Base64URL.encode(Self.signature.span)
        let text = text.replacing("HEADER", with: Base64URL.encode(Self.header.utf8.span))
            .replacing("CLAIMS", with: Base64URL.encode(Self.claims.utf8.span))
            .replacing("SIGNATURE", with: signature)
            .replacing("SIGNA TURE", with: signature.prefix(9) + "\r\n " + signature.dropFirst(9))
        let token = UnverifiedJWT(reading: text)
        #expect(!token.isWellFormed)
        #expect(token.form == form)
        #expect(Self.codes(token) == codes)
    }

    @Test func keepsBothMembersOfOneName() throws {
        let token = UnverifiedJWT(reading: Self.make(Self.header, #"{"sub":"a","sub":"b"}"#))
        #expect(Self.codes(token) == ["json.duplicate-name"])
        #expect(try token.claims?.json.get().compactJSON == #"{"sub":"a","sub":"b"}"#)
        #expect(token.claims?.duplicateMembers.count == 1)
        #expect(!token.isWellFormed)
    }

    @Test func readsTheHeaderOfAJWE() throws {
        let header = Base64URL.encode(#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#.utf8.span)
        let token = UnverifiedJWT(reading: "\(header).AAAA.AAAA.AAAA.AAAA")
        #expect(token.form == .encrypted)
        #expect(token.isWellFormed)
        #expect(token.claims == nil)
        #expect(Self.codes(token) == ["token.encrypted"])
        #expect(try token.header?.json.get()["enc"]?.string == "A256GCM")
    }

    @Test(arguments: ["FLAT", #"{"payload":"PAYLOAD","signatures":[FLAT]}"#])
    func readsTheJSONSerialization(text: String) throws {
        let parts = Self.token.split(separator: ".").map(String.init)
        let flat = #"{"payload":"PAYLOAD","protected":"\#(parts[0])","signature":"\#(parts[2])"}"#
        let token = UnverifiedJWT(
            reading: text.replacing("FLAT", with: flat).replacing("PAYLOAD", with: parts[1]))
        #expect(token.form == .jsonSerialization)
        #expect(Self.codes(token) == ["token.json-serialization"])
        #expect(try token.claims?.json.get().compactJSON == Self.claims)
        #expect(try token.header?.json.get().compactJSON == Self.header)
        #expect(try token.signatureLength?.get() == 256)
    }

    @Test func looksAtTheBeginningOfWhatIsTooLong() {
        let token = UnverifiedJWT(reading: String(repeating: "A", count: UnverifiedJWT.maximumLength + 1))
        #expect(Self.codes(token).contains("jws.malformed"))
        #expect(!token.isWellFormed)
    }

    @Test func survivesTruncationAndChangesAtEveryByte() {
        let texts = [Self.token, "Authorization: Bearer '\(Self.token)'", #"{"t":"\#(Self.token)"}"#]
        for text in texts {
            let bytes = Array(text.utf8)
            for count in bytes.indices { _ = UnverifiedJWT(reading: bytes.span.extracting(..<count)) }
            for index in bytes.indices {
                for replacement in ["{", ".", "=", "\"", "\0", "\u{FF}"] {
                    var changed = bytes
                    changed.replaceSubrange(index...index, with: replacement.utf8)
                    _ = UnverifiedJWT(reading: changed.span)
                }
            }
        }
    }
}
