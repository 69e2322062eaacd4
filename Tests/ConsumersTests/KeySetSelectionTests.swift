import AuthKeysJOSE
import Consumers
import TestSupport
import Testing

struct KeySetSelectionTests {
    private static let jwk =
        (try? Repository.text(of: "Fixtures/keys/rfc7515-a2.jwk.json").dropLast()).map(String.init) ?? ""

    private static func named(_ kid: String, _ members: String = "") -> String {
        #"{"kid":"\#(kid)",\#(members)"# + jwk.dropFirst()
    }

    /// Which keys a token without a kid could be for, and what the consumer says to it.
    @Test(
        arguments: [
            ([named("a")], [0], [0], nil), ([], [], [], "NoMatchingKey"),
            ([named("a"), named("b")], [0, 1], [0, 1], "found 2 eligible keys"),
            ([named("a", #""use":"enc","#), named("b")], [1], [1], nil),
            ([named("a", #""alg":"RS512","#), named("b", #""alg":"RS256","#)], [1], [1], nil),
            ([#"{"kty":"EC"}"#, "null", named("b")], [2], [2], nil),
            // Convex does not look at key_ops.
            ([named("a", #""key_ops":["sign"],"#)], [0], [], nil),
            ([named("a", #""key_ops":["sign","verify"],"#)], [0], [0], nil),
        ] as [([String], [Int], [Int], String?)])
    func eligibleKeys(keys: [String], convexAuth: [Int], generic: [Int], refusal: String?) throws {
        let document = try JWKSetDocument(reading: (#"{"keys":["# + keys.joined(separator: ",") + "]}").utf8.span)
        #expect(Profile.convexAuth.eligibleKeys(in: document).map(\.index) == convexAuth)
        #expect(Profile.generic.eligibleKeys(in: document).map(\.index) == generic)
        let answer = Profile.convexAuth.refusalOfTokenWithoutKeyID(by: document)?.message
        #expect(answer?.contains(refusal ?? "-") ?? (refusal == nil))
    }

    @Test(
        arguments: [
            ("", nil, nil), (#""use":"sig","#, nil, nil), (#""use":"enc","#, .use, .use),
            (#""alg":"RS384","#, .algorithm, .algorithm), (#""key_ops":[],"#, nil, .operations),
        ] as [(String, KeyObstacle?, KeyObstacle?)])
    func obstacles(members: String, convexAuth: KeyObstacle?, generic: KeyObstacle?) throws {
        let key = try JWK(JSON.parse(Self.named("a", members), limits: .keySet))
        #expect(Profile.convexAuth.obstacle(in: key) == convexAuth)
        #expect(Profile.generic.obstacle(in: key) == generic)
    }

    /// What the selection lets pass is judged by the signature and by nothing else.
    @Test func convexAuthVerifiesWithAKeyWhoseOperationsDoNotAllowIt() throws {
        let pem = try Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem")
        let jwks = #"{"keys":["# + Self.named("a", #""key_ops":["sign"],"#) + "]}"
        let time = NumericDate(secondsSince1970: 1_700_000_000)
        func code(_ profile: Profile) -> AuthKeysError.Code? {
            codeThrown { try profile.tryOut(privateKeyText: pem.utf8.span, jwks: jwks.utf8.span, at: time) }
        }
        #expect(code(.convexAuth) == nil)
        #expect(code(.generic) == "consumer.token-refused")
    }
}
