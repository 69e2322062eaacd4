import AuthKeysJOSE
import Consumers
import Testing

/// Which key each of Convex's verifiers takes: every combination of a token's kid and a set, and what comes of it.
struct ConvexKeySelectionTests {
    enum Outcome: Sendable {
        case accepted, kidMissing, keyNotFound, noMatchingKey, ambiguous, badSignature, setRefused
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let tokenKeyID: String?
        let keys: [String]
        let oidc: Outcome
        let custom: Outcome

        init(_ description: String, kid: String?, _ keys: [String], oidc: Outcome, custom: Outcome) {
            testDescription = description
            tokenKeyID = kid
            self.keys = keys
            self.oidc = oidc
            self.custom = custom
        }
    }

    private static let x = #""kid":"X","#
    private static let y = #""kid":"Y","#
    private static let curves = [
        #"{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA","kid":"Z"}"#,
        #"{"kty":"OKP","crv":"Ed25519","x":"AAAA","kid":"W"}"#,
    ]

    @Test(
        arguments: [
            Row("no kid, one key without", kid: nil, [ConvexTokens.signing()], oidc: .accepted, custom: .kidMissing),
            Row("no kid, one key with", kid: nil, [ConvexTokens.signing(x)], oidc: .accepted, custom: .kidMissing),
            Row(
                "no kid, two RSA keys", kid: nil, [ConvexTokens.signing(x), ConvexTokens.other(y)], oidc: .ambiguous,
                custom: .kidMissing),
            Row(
                "no kid, three RSA keys, the second verifies", kid: nil,
                [ConvexTokens.other(), ConvexTokens.signing(x), ConvexTokens.other(y)], oidc: .ambiguous,
                custom: .kidMissing),
            Row(
                "no kid, RSA beside EC and OKP", kid: nil, curves + [ConvexTokens.signing(x)], oidc: .accepted,
                custom: .kidMissing),
            Row(
                "kid of exactly one", kid: "X", [ConvexTokens.other(y), ConvexTokens.signing(x)], oidc: .accepted,
                custom: .accepted),
            Row(
                "kid of exactly one beside EC and OKP", kid: "X", curves + [ConvexTokens.signing(x)], oidc: .accepted,
                custom: .accepted),
            // The numbers of a key are looked at when it is used, and not before.
            Row(
                "no kid, RSA beside RSA that cannot be read", kid: nil,
                [ConvexTokens.signing(x), #"{"kty":"RSA","n":"AQAB==","e":"AQAB"}"#], oidc: .ambiguous,
                custom: .setRefused),
            Row("kid of none", kid: "X", [ConvexTokens.signing(y)], oidc: .noMatchingKey, custom: .keyNotFound),
            Row("kid, keys without", kid: "X", [ConvexTokens.signing()], oidc: .noMatchingKey, custom: .keyNotFound),
            Row("kid, empty set", kid: "X", [], oidc: .noMatchingKey, custom: .keyNotFound),
            Row(
                "kid of two, the first signs", kid: "X", [ConvexTokens.signing(x), ConvexTokens.other(x)],
                oidc: .ambiguous, custom: .accepted),
            Row(
                "kid of two, the second signs", kid: "X", [ConvexTokens.other(x), ConvexTokens.signing(x)],
                oidc: .ambiguous, custom: .badSignature),
            Row(
                "kid of one that is for encryption", kid: "X", [ConvexTokens.signing(x + #""use":"enc","#)],
                oidc: .noMatchingKey, custom: .accepted),
        ])
    func selects(row: Row) throws {
        let token = try ConvexTokens.token(ConvexTokens.header(kid: row.tokenKeyID))
        let set = try ConvexTokens.set(row.keys)
        for (profile, expected) in [
            (Profile.convexAuth, row.oidc), (.convexOIDC, row.oidc), (.convexCustomJWT, row.custom),
        ] {
            let verdict = profile.verifies(
                token, with: set, settings: ConvexTokens.settings, at: ConvexTokens.now)
            #expect(Self.outcome(verdict) == expected, "\(profile.name): \(verdict.message ?? "accepted")")
        }
    }

    private static func outcome(_ verdict: Profile.Verdict) -> Outcome? {
        guard let refusal = verdict.refusal else { return .accepted }
        switch (refusal.code, refusal.cause) {
        case ("jwks.no-matching-key", "NoMatchingKey"): return .noMatchingKey
        case ("jwks.no-matching-key", "KeyNotFound"): return .keyNotFound
        case ("jwks.ambiguous-key", _): return .ambiguous
        case ("jws.signature", _): return .badSignature
        case ("jwk.unreadable", _): return .setRefused
        case ("jws.header-member", nil) where refusal.message.contains("missing a 'kid'"): return .kidMissing
        default: return nil
        }
    }

    @Test func whatIsWrongWithTheKeysIsNotSaidAloud() throws {
        let token = try ConvexTokens.token(ConvexTokens.header(kid: nil))
        let set = try ConvexTokens.set([ConvexTokens.signing(), ConvexTokens.other()])
        let verdict = Profile.convexAuth.verifies(
            token, with: set, settings: ConvexTokens.settings, at: ConvexTokens.now)
        #expect(
            verdict.message
                == "Could not verify OIDC token claim. Check that the token signature is valid and the token hasn't "
                + "expired.")
        #expect(verdict.refusal?.cause?.hasSuffix("but found 2 eligible keys") == true)
    }

    /// The OIDC verifier passes over what the other refuses the whole set for.
    @Test(
        arguments: [
            #"{"kty":"OKP","crv":"Ed25519","x":"AAAA","alg":"EdDSA"}"#, #"{"kty":"AKP","pub":"AAAA"}"#,
            #"{"kty":"RSA","n":"AQAB==","e":"AQAB"}"#, #"{"kty":"RSA"}"#, "{}",
            #"{"kty":"EC","crv":"secp256k1","x":"AAAA","y":"AAAA"}"#, #"{"kty":"oct","k":"AA","alg":"other"}"#,
        ])
    func unreadableKey(key: String) throws {
        let token = try ConvexTokens.token(ConvexTokens.header(kid: "X"))
        let set = try ConvexTokens.set([ConvexTokens.signing(Self.x), key])
        func verdict(_ profile: Profile) -> Profile.Verdict {
            profile.verifies(token, with: set, settings: ConvexTokens.settings, at: ConvexTokens.now)
        }
        #expect(verdict(.convexOIDC).accepted)
        #expect(verdict(.convexCustomJWT).message?.hasPrefix("Invalid JWKS response body from 'data:…'.") == true)
        #expect(verdict(.convexCustomJWT).code == "jwk.unreadable")
    }
}
