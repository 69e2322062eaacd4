import AuthKeysJOSE
import TestSupport
import Testing

/// How long a set is used, and what becomes of it when no newer one can be had.
@Suite(.timeLimit(.minutes(1))) struct RemoteJWKSetCachingTests {
    private let issuer = TestIssuer()

    private static func fields(_ lines: [(String, String)]) -> [HTTPField] {
        lines.map { HTTPField(name: $0.0, value: $0.1) }
    }

    @Test func asksForASetAndForNothingElse() async throws {
        issuer.serve("a")
        let set = try issuer.keySet()
        #expect(issuer.requests.isEmpty)
        #expect(set.lastFailure == nil)
        #expect(try await set.kids() == ["a"])
        let request = try #require(issuer.requests.first)
        #expect(request.method == "GET" && request.body.isEmpty)
        #expect(request.url == "https://issuer.example/.well-known/jwks.json" && request.url == set.url)
        #expect(request.headers.map(\.name) == ["Accept"])
    }

    @Test(
        arguments: [
            ([], 600), ([("Cache-Control", "public")], 600), ([("Cache-Control", "max-age=120")], 120),
            ([("cache-control", "public, max-age=15, stale-if-error=86400")], 15),
            ([("Cache-Control", "max-age=14")], 15), ([("Cache-Control", "max-age=0")], 15),
            ([("Cache-Control", "no-store")], 15), ([("Cache-Control", "no-cache, max-age=600")], 15),
            ([("Cache-Control", "max-age=3599")], 3599), ([("Cache-Control", "max-age=999999999999")], 3600),
            ([("Cache-Control", "s-maxage=60")], 600), ([("Cache-Control", "max-age=300"), ("Age", "100")], 200),
            ([("Cache-Control", "max-age=300"), ("Age", "400")], 15),
        ] as [([(String, String)], Int)])
    func isUsedAsLongAsTheResponseSays(headers: [(String, String)], seconds: Int) async throws {
        issuer.serve("old", headers: Self.fields(headers))
        let set = try issuer.keySet()
        #expect(try await set.kids() == ["old"])
        issuer.serve("new")
        issuer.clock.advance(by: .seconds(seconds) - .nanoseconds(1))
        #expect(try await set.kids() == ["old"])
        #expect(issuer.requests.count == 1)
        issuer.clock.advance(by: .nanoseconds(1))
        #expect(try await set.kids() == ["new"])
        #expect(issuer.requests.count == 2)
    }

    @Test func theTimeOfTheRequestCounts() async throws {
        issuer.hold()
        let set = try issuer.keySet()
        async let first = set.kids()
        await set.untilWaiting(1)
        issuer.clock.advance(by: .seconds(40))
        await issuer.release(
            .success(TestIssuer.response(["old"], headers: [HTTPField(name: "Cache-Control", value: "max-age=100")])))
        #expect(try await first == ["old"])
        issuer.serve("new")
        issuer.clock.advance(by: .seconds(59))
        #expect(try await set.kids() == ["old"])
        issuer.clock.advance(by: .seconds(1))
        #expect(try await set.kids() == ["new"])
    }

    static let failures: [(TestIssuer.Answer, AuthKeysError.Code)] = [
        (.failure(TestIssuer.Unreachable()), "network.failed"), (.failure(CancellationError()), "network.failed"),
        (.success(TestIssuer.response(#"{"keys":[]}"#, status: 404)), "network.status"),
        (.success(TestIssuer.response(#"{"keys":[]}"#, status: 503)), "network.status"),
        (.success(TestIssuer.response(#"{"keys":[]}"#, status: 203)), "network.status"),
        (.success(TestIssuer.response("", status: 304)), "network.status"),
        (.success(TestIssuer.response("<!DOCTYPE html><title>Log in</title>")), "jwks.malformed"),
        (.success(TestIssuer.response("")), "json.syntax"), (.success(TestIssuer.response("null")), "jwks.malformed"),
        (.success(TestIssuer.response("{}")), "jwks.malformed"),
        (.success(TestIssuer.response(#"{"keys":[],"keys":[]}"#)), "json.duplicate-name"),
        (.success(TestIssuer.response(SampleKeys.set(#"{"kty":"RSA","d":"SECRET"}"#))), "jwk.private-member"),
        (.success(TestIssuer.response(SampleKeys.set(#"{"kty":"EC","d":"SECRET"}"#))), "jwk.private-member"),
        (.success(TestIssuer.response(SampleKeys.set(#"{"kty":"oct","k":"SECRET"}"#))), "jwk.private-member"),
        (.success(TestIssuer.response(#"{"kty":"RSA","d":"SECRET","keys":[]}"#)), "jwk.private-member"),
        (.success(TestIssuer.response(SampleKeys.set(#"{"kty":"RSA","n":"!","e":"AQAB"}"#))), "jwk.member"),
        (.success(TestIssuer.response(["a", "a"])), "jwks.duplicate-kid"),
        (
            .success(TestIssuer.response(#"{"keys":[]}"# + String(repeating: " ", count: 256 * 1024))),
            "network.too-large"
        ),
    ]

    @Test(arguments: failures.indices)
    func aFailureKeepsTheLastGoodSetForAWhile(index: Int) async throws {
        let (answer, code) = Self.failures[index]
        issuer.serve("good")
        let set = try issuer.keySet()
        #expect(try await set.kids() == ["good"])
        issuer.serve(answer)
        issuer.clock.advance(by: .seconds(600))
        #expect(try await set.kids() == ["good"])
        let failure = try #require(set.lastFailure)
        #expect(failure.code == code)
        #expect(!"\(failure) \(failure.hint ?? "") \(failure.underlying)".contains("SECRET"))
        issuer.clock.advance(by: .seconds(3600) - .nanoseconds(1))
        #expect(try await set.kids() == ["good"])
        await set.untilIdle()
        issuer.clock.advance(by: .nanoseconds(1))
        #expect(await set.refusal() == code)
        issuer.serve("better")
        issuer.clock.advance(by: .seconds(30))
        #expect(try await set.kids() == ["better"])
        #expect(set.lastFailure == nil)
    }

    @Test(arguments: failures.indices)
    func aFirstFailureIsThrownAndTriedAgainAfterTheCooldown(index: Int) async throws {
        let (answer, code) = Self.failures[index]
        issuer.serve(answer)
        let set = try issuer.keySet()
        for _ in 0..<10 { #expect(await set.refusal() == code) }
        issuer.clock.advance(by: .seconds(30) - .nanoseconds(1))
        #expect(await set.refusal() == code)
        #expect(issuer.requests.count == 1)
        issuer.serve("a")
        issuer.clock.advance(by: .nanoseconds(1))
        #expect(try await set.kids() == ["a"])
        #expect(issuer.requests.count == 2)
    }

    @Test func messagesNameTheOriginAndNotThePath() async throws {
        for (answer, _) in Self.failures.dropFirst(2) {
            issuer.serve(answer)
            let set = try issuer.keySet()
            _ = await set.refusal()
            let message = try #require(set.lastFailure).message
            #expect(message.contains("'https://issuer.example'"), "\(message)")
            #expect(!message.contains("jwks.json"))
        }
    }

    @Test func aSetWithoutKeysIsASet() async throws {
        issuer.serve("revoked")
        let set = try issuer.keySet()
        #expect(try await set.kids() == ["revoked"])
        issuer.serve(.success(TestIssuer.response(#"{"keys":[]}"#)))
        issuer.clock.advance(by: .seconds(600))
        #expect(try await set.kids() == [])
        #expect(set.lastFailure == nil)
    }

    @Test func keysOfOtherKindsAreLeftOutUnlessThePolicyRefusesThem() async throws {
        let mixed = SampleKeys.set(#"{"kty":"EC","crv":"P-256","kid":"e"}"#, SampleKeys.jwk(1, kid: "r"))
        issuer.serve(.success(TestIssuer.response(mixed)))
        #expect(try await issuer.keySet().kids() == ["r"])
        #expect(try await issuer.keySet { $0.unusableKeys = .refuse }.refusal() == "jwk.kty")
    }

    @Test func retriesHoldUpNobody() async throws {
        issuer.serve("old")
        let set = try issuer.keySet()
        _ = try await set.keys()
        issuer.serve(.failure(TestIssuer.Unreachable()))
        issuer.clock.advance(by: .seconds(600))
        for _ in 0..<10 { #expect(try await set.kids() == ["old"]) }
        #expect(issuer.requests.count == 2)

        issuer.hold()
        issuer.clock.advance(by: .seconds(30))
        for _ in 0..<10 { #expect(try await set.kids() == ["old"]) }
        await issuer.release(.success(TestIssuer.response(["new"])))
        await set.untilIdle()
        #expect(issuer.requests.count == 3)
        #expect(try await set.kids() == ["new"])
        #expect(set.lastFailure == nil)
    }

    @Test func servesNothingStaleWhenThePolicySaysSo() async throws {
        issuer.serve("old")
        let set = try issuer.keySet { $0.serveStaleFor = .zero }
        _ = try await set.keys()
        issuer.serve(.failure(TestIssuer.Unreachable()))
        issuer.clock.advance(by: .seconds(600))
        #expect(await set.refusal() == "network.failed")
    }

    @Test func negativeTimesCountAsZero() async throws {
        issuer.serve("a")
        let set = try issuer.keySet {
            $0.timeToLive = .seconds(-1)
            $0.minimumTimeToLive = .seconds(-2)
            $0.maximumTimeToLive = .seconds(-3)
            $0.serveStaleFor = .seconds(-4)
            $0.cooldown = .seconds(-5)
        }
        for _ in 0..<3 { #expect(try await set.kids() == ["a"]) }
        #expect(issuer.requests.count == 3)
        issuer.serve(.failure(TestIssuer.Unreachable()))
        #expect(await set.refusal() == "network.failed")
    }

    @Test(
        arguments: [
            ("https://issuer.example/jwks", false, nil), ("http://localhost:3211/jwks", false, nil),
            ("http://127.0.0.1:3211/jwks", false, nil), ("http://[::1]/jwks", false, nil),
            ("http://issuer.example/jwks", false, "network.cleartext"), ("http://issuer.example/jwks", true, nil),
            ("http://localhost.example/jwks", false, "network.cleartext"), ("", false, "network.url"),
            ("issuer.example", false, "network.url"), ("file:///etc/passwd", true, "network.url"),
            ("https://user:s3cr3t@issuer.example/", true, "network.url"),
        ] as [(String, Bool, AuthKeysError.Code?)])
    func takesURLsThatKeysMayComeFrom(url: String, allowsPlainHTTP: Bool, code: AuthKeysError.Code?) {
        var policy = RemoteJWKSet.Policy()
        policy.allowsPlainHTTP = allowsPlainHTTP
        #expect(
            codeThrown {
                try RemoteJWKSet(url: url, policy: policy, clock: issuer.clock, fetch: issuer.fetch)
            } == code)
    }
}
