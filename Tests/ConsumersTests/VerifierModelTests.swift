import AuthKeysJOSE
import Consumers
import Testing

/// What is told about each verifier beforehand is what it does.
struct VerifierModelTests {
    @Test(arguments: Profile.all.map(\.name))
    func leewayIsWhatIsAccepted(name: String) throws {
        let profile = try #require(Profile.named(name))
        let leeway = Int(profile.verifier.leeway.components.seconds)
        let set = try ConvexTokens.set([ConvexTokens.signing(#""kid":"X","#)])
        func accepts(secondsAfterExpiry: Int) throws -> Bool {
            let claims = ConvexTokens.claims(["exp": "\(1_763_600_000 - secondsAfterExpiry)", "iat": "1763590000"])
            let token = try ConvexTokens.token(#"{"alg":"RS256","kid":"X"}"#, claims)
            return profile.verifies(token, with: set, settings: ConvexTokens.settings, at: ConvexTokens.now).accepted
        }
        #expect(try accepts(secondsAfterExpiry: leeway - 1))
        #expect(try !accepts(secondsAfterExpiry: leeway + 1))
    }

    @Test(arguments: Profile.all.map(\.name))
    func duplicateKeyIDsAreTakenAsTold(name: String) throws {
        let profile = try #require(Profile.named(name))
        let x = #""kid":"X","#
        let set = try ConvexTokens.set([ConvexTokens.signing(x), ConvexTokens.other(x)])
        let token = try ConvexTokens.token(#"{"alg":"RS256","kid":"X"}"#)
        let verdict = profile.verifies(token, with: set, settings: ConvexTokens.settings, at: ConvexTokens.now)
        #expect(verdict.accepted == (profile.verifier.keySelection == .firstMatchingKeyID))
    }

    @Test func cachesAreThoseOfTheConsumers() {
        #expect(Profile.convexAuth.verifier == Profile.convexOIDC.verifier)
        #expect(Profile.convexAuth.verifier.cacheAge == .seconds(15))
        #expect(Profile.convexAuth.verifier.staleIfError == nil)
        #expect(!Profile.convexAuth.verifier.refetchesUnknownKeyID)
        #expect(Profile.convexCustomJWT.verifier.cacheAge == .zero)
        #expect(Profile.jose.verifier.cacheAge == .seconds(600))
        #expect(Profile.jose.verifier.staleIfError == .zero)
        #expect(Profile.jose.verifier.refetchesUnknownKeyID)
        #expect(Profile.jose.verifier.refetchCooldown == .seconds(30))
    }

    /// The two are this library's own, so they must not drift from what it does.
    @Test func genericKeepsSetsAsThisLibraryDoes() {
        let policy = RemoteJWKSet.Policy()
        let model = Profile.generic.verifier
        #expect(model.cacheAge == policy.timeToLive)
        #expect(model.staleIfError == policy.serveStaleFor)
        #expect(model.refetchCooldown == policy.cooldown)
    }
}
