import AuthKeysJOSE
import Consumers
import TestSupport

/// Tokens and sets for Convex's two verifiers, with two keys that are made once.
enum ConvexTokens {
    static let issuer = "https://happy-animal-123.convex.site"
    static let now = NumericDate(secondsSince1970: 1_763_600_000)
    static let settings = VerifierSettings(issuer: issuer, audience: "convex")
    static let claims = claims()

    static let signingKey = Result<RSAPrivateKey, any Error> {
        try RSAPrivateKey(pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
    }
    private static let otherJWK =
        (try? Repository.text(of: "Fixtures/keys/rfc7638-3.1.jwk.json").dropLast()).map(String.init) ?? ""
    private static let signingJWK =
        (try? Repository.text(of: "Fixtures/keys/rfc7515-a2.jwk.json").dropLast()).map(String.init) ?? ""

    static func claims(_ changes: [String: String?] = [:]) -> String {
        var members = [
            "iss": "\"\(issuer)\"", "sub": "\"user|session\"", "aud": "\"convex\"", "iat": "1763600000",
            "exp": "1763603600",
        ]
        for (name, value) in changes { members[name] = value }
        return "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    /// Signed by ``signingKey``, whatever the header says.
    static func token(_ header: String, _ claims: String = claims) throws -> String {
        let input = Base64URL.encode(header.utf8.span) + "." + Base64URL.encode(claims.utf8.span)
        let signature = try signingKey.get().signature(for: input.utf8.span)
        return input + "." + Base64URL.encode(signature.span)
    }

    static func header(kid: String?) -> String {
        kid.map { #"{"alg":"RS256","kid":"\#($0)"}"# } ?? #"{"alg":"RS256"}"#
    }

    /// The public half of the key that signs, with more members.
    static func signing(_ members: String = "") -> String { "{\(members)" + signingJWK.dropFirst() }

    static func other(_ members: String = "") -> String {
        "{\(members)" + #""kty":"RSA","# + numbers(otherJWK) + "}"
    }

    private static func numbers(_ jwk: String) -> String {
        let json = try? JSON.parse(jwk, limits: .keySet)
        return #""n":"\#(json?["n"]?.string ?? "")","e":"AQAB""#
    }

    static func set(_ keys: [String]) throws -> JWKSetDocument {
        try JWKSetDocument(reading: (#"{"keys":["# + keys.joined(separator: ",") + "]}").utf8.span)
    }
}
