import AuthKeysJOSE
import Consumers
import Testing

/// What Convex's two verifiers make of headers, claims and times, and in which words.
struct ConvexVerifierTests {
    private static let refused = "Could not verify OIDC token claim."
    private static let notAnIDToken = "Could not parse as OIDC ID token."
    private static let notAToken = "Could not parse JWT payload."
    private static let noProvider = "No auth provider found matching the given token."
    private static let undecodable = "Could not decode token. The JWT's 'kid' (key ID) header is 'X'"
    private static let plain = #"{"alg":"RS256","kid":"X"}"#

    private func answers(_ token: String, _ settings: VerifierSettings = ConvexTokens.settings) throws -> [String] {
        let set = try ConvexTokens.set([ConvexTokens.signing(#""kid":"X","#)])
        return [Profile.convexOIDC, .convexCustomJWT].map { profile in
            let verdict = profile.verifies(token, with: set, settings: settings, at: ConvexTokens.now)
            return verdict.message ?? "accepted"
        }
    }

    private func expect(_ answers: [String], _ oidc: String, _ custom: String) {
        #expect(answers[0].hasPrefix(oidc), "\(answers[0])")
        #expect(answers[1].hasPrefix(custom), "\(answers[1])")
    }

    @Test(
        arguments: [
            (plain, "accepted", "accepted"),
            (#"{"alg":"RS256","kid":"X","typ":"JWT"}"#, "accepted", "accepted"),
            (#"{"alg":"RS256","kid":"X","typ":"JOSE"}"#, "accepted", "accepted"),
            (#"{"alg":"RS256","kid":"X","typ":"at+jwt"}"#, refused, "accepted"),
            (#"{"alg":"RS256","kid":"X","typ":"jwt"}"#, "accepted", "accepted"),
            (#"{"alg":"RS256","kid":"X","typ":"application/JWT"}"#, "accepted", "accepted"),
            (#"{"alg":"RS256","kid":"X","typ":"application/jwt;a=1"}"#, refused, "accepted"),
            (#"{"alg":"rs256","kid":"X"}"#, notAnIDToken, undecodable),
            (#"{"alg":"RS256","kid":"X","cty":"JWT"}"#, refused, "accepted"),
            (#"{"alg":"RS256","kid":"X","crit":["exp"]}"#, refused, "accepted"),
            (#"{"alg":"RS384","kid":"X"}"#, refused, undecodable),
            (#"{"alg":"none","kid":"X"}"#, refused, undecodable),
            (#"{"kid":"X"}"#, notAnIDToken, undecodable),
            (#"{"alg":"RS256","kid":7}"#, notAnIDToken, "Could not decode token. JWT may be missing a 'kid'"),
            ("[]", notAnIDToken, "Could not decode token. JWT may be missing a 'kid'"),
        ] as [(String, String, String)])
    func headers(header: String, oidc: String, custom: String) throws {
        expect(try answers(ConvexTokens.token(header)), oidc, custom)
    }

    @Test(
        arguments: [
            (["aud": #"["convex"]"#], "accepted", "accepted"),
            (["aud": #"["convex","other"]"#], refused, "accepted"),
            (["aud": #""other""#], noProvider, noProvider),
            (["aud": nil], noProvider, noProvider),
            (["iss": nil], "Missing issuer claim ('iss')", "Missing issuer claim ('iss')"),
            (["iss": #""https://other.convex.site""#], noProvider, noProvider),
            (
                ["iss": "\"\(ConvexTokens.issuer)/\""], "Auth provider discovery of \(ConvexTokens.issuer)/ failed",
                "accepted"
            ),
            (["iss": #""happy-animal-123.convex.site""#], "InternalServerError", "accepted"),
            (["sub": nil], notAnIDToken, "Could not verify token claim."),
            (["exp": nil], notAnIDToken, "Could not verify token claim."),
            (["exp": #""1763603600""#], notAnIDToken, "Could not verify token claim."),
            (["iat": nil], notAnIDToken, "accepted"),
            (["iat": "1763600005"], "accepted", "accepted"),
            (["iat": "1763600006"], "accepted", "Could not validate token: Token will be valid in 6 seconds"),
            (["nbf": "1763600005"], "accepted", "accepted"),
            (["nbf": "1763600006"], "accepted", "Could not validate token: Token will be valid in 6 seconds"),
            (["exp": "1763600001"], "accepted", "accepted"),
            (["exp": "1763600000"], refused, "accepted"),
            (["exp": "1763599995"], refused, "accepted"),
            (["exp": "1763599994"], refused, "Could not validate token: Token expired 6 seconds ago"),
        ] as [([String: String?], String, String)])
    func claims(changes: [String: String?], oidc: String, custom: String) throws {
        expect(try answers(ConvexTokens.token(Self.plain, ConvexTokens.claims(changes))), oidc, custom)
    }

    @Test(arguments: ["-1e400", "1e400", "-9223372036854775808", "9223372036854775807", "0.5", "-0"])
    func noTimeIsTooFarAway(number: String) throws {
        for name in ["exp", "nbf", "iat"] {
            let answers = try answers(ConvexTokens.token(Self.plain, ConvexTokens.claims([name: number])))
            #expect(answers.allSatisfy { !$0.isEmpty })
        }
    }

    /// Told apart from a provider without `applicationID`, which asks for no audience.
    @Test func withoutApplicationID() throws {
        let token = try ConvexTokens.token(Self.plain, ConvexTokens.claims(["aud": nil]))
        let answers = try answers(token, VerifierSettings(issuer: ConvexTokens.issuer, audience: nil))
        #expect(answers[1] == "accepted")
    }

    @Test(arguments: ["", "x", "a.b", "a.b.c.d", "\"a.b.c\"", "e30.W10.AA", "e30.e30=.AA"])
    func texts(token: String) throws {
        expect(try answers(token), Self.notAToken, Self.notAToken)
    }

    /// White space and `Bearer ` are for whoever takes a token out of a header.
    @Test func whatStandsAroundATokenIsPartOfIt() throws {
        let token = try ConvexTokens.token(Self.plain)
        for text in [token + "\n", token + "\""] { expect(try answers(text), Self.refused, Self.undecodable) }
    }

    @Test func providersAreListed() throws {
        let token = try ConvexTokens.token(Self.plain, ConvexTokens.claims(["aud": #""other""#]))
        let answers = try answers(token)
        #expect(answers[0].hasSuffix("[OIDC(domain=\(ConvexTokens.issuer), app_id=convex)]"))
        #expect(answers[1].hasSuffix("[CustomJWT(issuer=\(ConvexTokens.issuer), app_id=convex)]"))
    }

    @Test func textOfATokenIsShownEscaped() throws {
        let token = try ConvexTokens.token(#"{"alg":"RS256","kid":"\u001b[31m'\n"}"#)
        #expect(try answers(token)[1].contains(#"header is '\u001B[31m'\n', does"#))
    }

    @Test(arguments: ["", "{}", "[]", #"{"keys":{}}"#, "<html>"])
    func setsThatAreNone(text: String) throws {
        let token = try ConvexTokens.token(Self.plain)
        func verdict(_ profile: Profile) -> Profile.Verdict {
            profile.verifies(
                token, withKeySet: text.utf8.span, settings: ConvexTokens.settings, at: ConvexTokens.now)
        }
        #expect(verdict(.convexAuth).message == "Auth provider discovery of \(ConvexTokens.issuer) failed")
        #expect(verdict(.convexCustomJWT).message?.hasPrefix("Invalid JWKS response body from 'data:…'.") == true)
        #expect(verdict(.jose).message == "ERR_JWKS_INVALID: JSON Web Key Set malformed")
        #expect(
            [Profile.convexAuth, .convexCustomJWT, .jose, .generic].allSatisfy { verdict($0).code == "jwks.malformed" })
    }
}
