import AuthKeysJOSE
import TestSupport
import Testing

struct RFC7515JWSTests {
    private let key: RSAPrivateKey
    private let token: String

    init() throws {
        key = try RSAPrivateKey(pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
        token = String(try Repository.text(of: "Fixtures/keys/rfc7515-a2.jwt").dropLast())
    }

    private func verifier(_ keys: JWK..., algorithms: [JWSAlgorithm] = [.rs256]) throws -> JWSVerifier {
        JWSVerifier(keys: try JWKSet(keys), algorithms: algorithms)
    }

    @Test func signsTheTokenOfAppendixA2() throws {
        let payload = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"
        #expect(try JWSSigner(key: key, keyID: nil, type: nil).sign(payload.utf8.span) == token)
    }

    @Test func verifiesTheTokenOfAppendixA2() throws {
        let payload = try verifier(JWK(key.publicKey)).verify(token)
        #expect(String(decoding: payload, as: UTF8.self).hasPrefix("{\"iss\":\"joe\""))
    }

    @Test func refusesEveryChangedCharacter() throws {
        let verifier = try verifier(JWK(key.publicKey))
        let bytes = Array(token.utf8)
        for index in stride(from: 0, to: bytes.count, by: 7) {
            var changed = bytes
            changed[index] = bytes[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(codeThrown { try verifier.verify(String(decoding: changed, as: UTF8.self)) } != nil, "at \(index)")
        }
    }

    @Test(arguments: [
        ("", "jws.malformed"), ("a.b", "jws.malformed"), ("a.b.c.d", "jws.malformed"), ("..", "json.syntax"),
        ("e30.e30.AA", "jws.header-member"), ("W10.e30.AA", "jws.header-member"),
        ("e30=.e30.AA", "base64.invalid-character"),
        ("{\"alg\":\"none\"}", "jose.algorithm"), ("{\"alg\":\"HS256\"}", "jose.algorithm"),
        ("{\"alg\":\"rs256\"}", "jose.algorithm"), ("{\"alg\":\"RS384\"}", "jose.algorithm"),
        ("{\"alg\":[\"RS256\"]}", "jws.header-member"), ("{\"alg\":\"RS256\",\"crit\":[]}", "jws.header-member"),
        ("{\"alg\":\"RS256\",\"b64\":true}", "jws.header-member"),
        ("{\"alg\":\"RS256\",\"cty\":\"JWT\"}", "jws.header-member"),
        ("{\"alg\":\"RS256\",\"alg\":\"RS256\"}", "json.duplicate-name"),
        ("{\"alg\":\"RS256\",\"kid\":1}", "jws.header-member"),
        ("{\"alg\":\"RS256\",\"kid\":\"x\"}", "jwks.no-matching-key"), ("{\"alg\":\"RS256\"}", "jws.signature"),
    ])
    func refuses(token: String, code: AuthKeysError.Code) throws {
        let token = token.hasPrefix("{") ? Base64URL.encode(token.utf8.span) + ".e30.AA" : token
        #expect(codeThrown { try verifier(JWK(key.publicKey, keyID: "a")).verify(token) } == code)
    }

    /// A kid selects one key and never another; without one, a single key must be eligible.
    @Test func selectsTheKey() throws {
        let other = try RSAPublicKey(n: [0xC0] + [UInt8](repeating: 0, count: 254) + [1], e: [1, 0, 1])
        let named = try JWSSigner(key: key, keyID: "a").sign("{}".utf8.span)
        let unnamed = try JWSSigner(key: key, keyID: nil).sign("{}".utf8.span)
        func code(_ token: String, _ keys: JWK...) throws -> AuthKeysError.Code? {
            let verifier = JWSVerifier(keys: try JWKSet(keys))
            return codeThrown { try verifier.verify(token) }
        }
        let mine = JWK(key.publicKey, keyID: "a")
        #expect(try code(named, mine) == nil)
        #expect(try code(named, JWK(other, keyID: "b"), mine) == nil)
        #expect(try code(named, JWK(key.publicKey, keyID: "b")) == "jwks.no-matching-key")
        #expect(try code(named, JWK(key.publicKey)) == "jwks.no-matching-key")
        #expect(try code(named, JWK(other, keyID: "a"), JWK(key.publicKey, keyID: "b")) == "jws.signature")
        #expect(try code(named, JWK(key.publicKey, keyID: "a", use: "enc")) == "jwks.no-matching-key")
        #expect(try code(named, JWK(key.publicKey, keyID: "a", algorithm: .rs512)) == "jwks.no-matching-key")
        #expect(try code(unnamed, mine) == nil)
        #expect(try code(unnamed, mine, JWK(other, keyID: "b")) == "jwks.ambiguous-key")
        #expect(try code(unnamed, mine, JWK(other, keyID: "b", use: "enc")) == nil)
        #expect(try code(unnamed) == "jwks.no-matching-key")
    }

    @Test func refusesATokenThatIsTooLong() throws {
        let token =
            Base64URL.encode("{\"alg\":\"RS256\"}".utf8.span) + "." + String(repeating: "A", count: 16384) + ".AA"
        #expect(codeThrown { try verifier(JWK(key.publicKey)).verify(token) } == "jws.malformed")
    }
}
