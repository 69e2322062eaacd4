import AuthKeysJOSE
import Testing

/// A token with a kid that the set lacks.
@Suite(.timeLimit(.minutes(1))) struct RemoteJWKSetUnknownKeyTests {
    private let issuer = TestIssuer()

    @Test func aNewKeyIsFoundByOneFetch() async throws {
        issuer.serve("a")
        let set = try issuer.keySet()
        #expect(try await set.kids(refetchingFor: "a") == ["a"])
        #expect(issuer.requests.count == 1)
        issuer.serve("a", "b")
        issuer.clock.advance(by: .seconds(30))
        #expect(try await set.kids(refetchingFor: "a") == ["a"])
        #expect(issuer.requests.count == 1)
        #expect(try await set.kids(refetchingFor: "b") == ["a", "b"])
        #expect(try await set.kids(refetchingFor: "b") == ["a", "b"])
        #expect(issuer.requests.count == 2)
    }

    @Test func aFirstFetchCountsAsOne() async throws {
        issuer.serve("a")
        let set = try issuer.keySet()
        #expect(try await set.kids(refetchingFor: "b") == ["a"])
        #expect(issuer.requests.count == 1)
    }

    @Test func kidsAreComparedAsBytes() async throws {
        issuer.serve("caf\u{E9}")
        let set = try issuer.keySet()
        _ = try await set.keys()
        issuer.clock.advance(by: .seconds(30))
        _ = try await set.keys(refetchingFor: "cafe\u{301}")
        #expect(issuer.requests.count == 2)
    }

    /// The cooldown begins when a fetch ends, of whatever kind and outcome, and is one for all kids.
    @Test(arguments: [true, false])
    func madeUpKidsCauseOneFetchInEachCooldown(isReachable: Bool) async throws {
        issuer.serve("a")
        let set = try issuer.keySet()
        _ = try await set.keys()
        if !isReachable { issuer.serve(.failure(TestIssuer.Unreachable())) }
        for round in 1...5 {
            for number in 1...100 {
                #expect(try await set.kids(refetchingFor: KeyID("\(round)-\(number)")) == ["a"])
            }
            #expect(issuer.requests.count == round)
            issuer.clock.advance(by: .seconds(30) - .nanoseconds(1))
            #expect(try await set.kids(refetchingFor: "x") == ["a"])
            #expect(issuer.requests.count == round)
            issuer.clock.advance(by: .nanoseconds(1))
        }
    }

    @Test func madeUpKidsCauseNoMoreFetchesWhileThereIsNoSet() async throws {
        let set = try issuer.keySet()
        for number in 1...100 {
            await #expect(throws: AuthKeysError.self) { try await set.keys(refetchingFor: KeyID("\(number)")) }
        }
        #expect(issuer.requests.count == 1)
    }

    @Test func madeUpKidsCauseNoMoreFetchesWhileAStaleSetServes() async throws {
        issuer.serve("a")
        let set = try issuer.keySet()
        _ = try await set.keys()
        issuer.serve(.failure(TestIssuer.Unreachable()))
        issuer.clock.advance(by: .seconds(600))
        for number in 1...100 { #expect(try await set.kids(refetchingFor: KeyID("\(number)")) == ["a"]) }
        #expect(issuer.requests.count == 2)
        issuer.clock.advance(by: .seconds(30))
        for number in 1...100 { #expect(try await set.kids(refetchingFor: KeyID("\(number)")) == ["a"]) }
        #expect(issuer.requests.count == 3)
    }

    @Test func aFetchForAnUnknownKeyHoldsUpNobodyElse() async throws {
        issuer.serve("a")
        let set = try issuer.keySet()
        _ = try await set.keys()
        issuer.clock.advance(by: .seconds(30))
        issuer.hold()
        async let unknown = set.kids(refetchingFor: "b")
        await set.untilWaiting(1)
        #expect(try await set.kids() == ["a"])
        #expect(try await set.kids(refetchingFor: "a") == ["a"])
        async let another = set.kids(refetchingFor: "c")
        await set.untilWaiting(2)
        await issuer.release(.success(TestIssuer.response(["a", "b"])))
        #expect(try await unknown == ["a", "b"])
        #expect(try await another == ["a", "b"])
        #expect(issuer.requests.count == 2)
    }

    @Test func aStaleSetDoesNotAnswerForAKeyItLacks() async throws {
        issuer.serve("a")
        let set = try issuer.keySet()
        _ = try await set.keys()
        issuer.serve(.failure(TestIssuer.Unreachable()))
        issuer.clock.advance(by: .seconds(600))
        _ = try await set.keys()
        issuer.serve("a", "b")
        issuer.clock.advance(by: .seconds(30))
        #expect(try await set.kids(refetchingFor: "b") == ["a", "b"])
    }
}
