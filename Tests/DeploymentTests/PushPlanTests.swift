import AuthKeysJOSE
import CryptoOpenSSL
import Deployment
import Encodings
import TestSupport
import Testing

/// What is said of two values, and of what changes.
@Suite struct PushPlanTests {
    private static func variables(_ values: [(String, String)]) -> DeploymentVariables {
        DeploymentVariables(
            values.map { DeploymentVariable(name: $0.0, value: SecretBytes(copying: $0.1.utf8.span)) })
    }

    private static func pair(_ keyID: KeyID?) throws -> [(String, String)] {
        let text = try Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem")
        let key = try RSAPrivateKey(pemRepresentation: text.utf8.span)
        let set = try JWKSet([JWK(key.publicKey, keyID: keyID)]).json.compactJSON
        return [("JWT_PRIVATE_KEY", text), ("JWKS", set)]
    }

    private static let thumbprint = "IsUn6_e04MaShXFIISMp4kG62LWzMIPy_MvSA5pJgX8"

    @Test(
        arguments: [
            ([], "not set", "not set"), ([("JWT_PRIVATE_KEY", ""), ("JWKS", "")], "empty", "empty"),
            (
                [("JWT_PRIVATE_KEY", "$(cat key.pem)"), ("JWKS", "x")],
                "something that is no RSA private key in PKCS#8", "something that is no JWK set"
            ),
            ([("JWKS", #"{"keys":[]}"#)], "not set", "a set without keys"),
            ([("JWKS", #"{"keys":[{"kty":"EC","kid":"a"},{}]}"#)], "not set", "kids a, none"),
            (
                [("JWKS", #"{"keys":[{},{},{},{},{},{},{}]}"#)], "not set",
                "kids none, none, none, none, none and 2 more"
            ),
        ] as [([(String, String)], String, String)])
    func words(values: [(String, String)], privateKey: String, keySet: String) {
        let pair = StoredKeyPair(Self.variables(values))
        #expect(pair.privateKey.description == privateKey)
        #expect(pair.keySet.description == keySet)
        #expect(pair.thumbprint == nil)
    }

    @Test func wordsForAKey() throws {
        let pair = try Self.pair("one")
        let named = StoredKeyPair(Self.variables(pair))
        #expect(named.privateKey.description == "the key of kid one")
        #expect(named.keySet.description == "kid one")
        #expect(named.thumbprint?.description == Self.thumbprint)
        let nameless = StoredKeyPair(Self.variables(try Self.pair(nil)))
        #expect(nameless.privateKey.description == "the key with the thumbprint \(Self.thumbprint)")
        #expect(nameless.keySet.description == "kid none")
        let alone = StoredKeyPair(Self.variables([pair[0]]))
        #expect(
            alone.privateKey.description == "a key that JWKS does not publish, with the thumbprint \(Self.thumbprint)")
        let long = StoredKeyPair(
            Self.variables([("JWKS", #"{"keys":[{"kid":"\#(String(repeating: "k", count: 5000))"}]}"#)]))
        #expect(long.keySet.description == "kid \(String(repeating: "k", count: 128))…")
    }

    @Test func bothAreSentOrNone() throws {
        let pair = try Self.pair("one")
        let new = Self.variables(pair)
        let same = try PushPlan(setting: new, on: Self.variables(pair + [("X", "y")]))
        #expect(same.changes.isEmpty)
        #expect(same.steps.map(\.effect) == [.unchanged, .unchanged])
        let half = try PushPlan(setting: new, on: Self.variables([pair[0], ("JWKS", "")]))
        #expect(half.changes.map(\.name) == ["JWT_PRIVATE_KEY", "JWKS"])
        #expect(half.steps.map(\.effect) == [.unchanged, .replaced])
        #expect(!half.replacesSigningKey)
        let first = try PushPlan(setting: new, on: Self.variables([]))
        #expect(first.steps.map(\.effect) == [.set, .set])
        #expect(!first.replacesSigningKey)
    }
}
