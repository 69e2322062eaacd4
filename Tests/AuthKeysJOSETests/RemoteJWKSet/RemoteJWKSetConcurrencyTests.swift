import AuthKeysJOSE
import Testing

/// One fetch for everybody who asks at the same time. For the thread sanitizer too.
@Suite(.timeLimit(.minutes(5))) struct RemoteJWKSetConcurrencyTests {
    private let issuer = TestIssuer()

    @Test func callersShareAFetchAndItsResult() async throws {
        issuer.hold()
        let set = try issuer.keySet()
        try await withThrowingTaskGroup(of: [String].self) { group in
            for number in 0..<100 {
                group.addTask {
                    number.isMultiple(of: 2) ? try await set.kids() : try await set.kids(refetchingFor: "x")
                }
            }
            await set.untilWaiting(100)
            await issuer.release(.success(TestIssuer.response(["a"])))
            for try await kids in group { #expect(kids == ["a"]) }
        }
        #expect(issuer.requests.count == 1)
        #expect(set.waiterCount == 0 && !set.isFetching)
    }

    @Test func callersShareAFailure() async throws {
        issuer.hold()
        let set = try issuer.keySet()
        await withTaskGroup(of: AuthKeysError.Code?.self) { group in
            for _ in 0..<100 { group.addTask { await set.refusal() } }
            await set.untilWaiting(100)
            await issuer.release(.success(TestIssuer.response("", status: 500)))
            for await code in group { #expect(code == "network.status") }
        }
        #expect(issuer.requests.count == 1)
    }

    @Test func whoIsCancelledLeavesAtOnceAndTheOthersGetTheSet() async throws {
        issuer.hold()
        let set = try issuer.keySet()
        // The first began the fetch.
        let first = Task { await set.refusal() }
        await set.untilWaiting(1)
        let others = [Task { try await set.kids() }, Task { try await set.kids() }]
        await set.untilWaiting(3)
        first.cancel()
        #expect(await first.value == "network.cancelled")
        #expect(set.waiterCount == 2 && set.isFetching)
        await issuer.release(.success(TestIssuer.response(["a"])))
        for task in others { #expect(try await task.value == ["a"]) }
        #expect(issuer.requests.count == 1)
        #expect(!issuer.sawCancellation)
        #expect(set.lastFailure == nil)
    }

    @Test func aFetchThatNobodyWaitsForAnyMoreStillCounts() async throws {
        issuer.hold()
        let set = try issuer.keySet()
        let only = Task { await set.refusal() }
        await set.untilWaiting(1)
        only.cancel()
        #expect(await only.value == "network.cancelled")
        await issuer.release(.success(TestIssuer.response(["a"])))
        await set.untilIdle()
        #expect(!issuer.sawCancellation)
        #expect(try await set.kids() == ["a"])
        #expect(issuer.requests.count == 1)
    }

    @Test func whoIsCancelledAlreadyFetchesNothing() async throws {
        issuer.serve("a")
        let set = try issuer.keySet()
        #expect(await cancelled { await set.refusal() } == "network.cancelled")
        #expect(issuer.requests.isEmpty)
        _ = try await set.keys()
        // What is at hand is handed out all the same.
        #expect(await cancelled { await set.refusal() } == nil)
    }

    private func cancelled(
        _ body: @escaping @Sendable () async -> AuthKeysError.Code?
    ) async -> AuthKeysError.Code? {
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await body()
        }
        task.cancel()
        return await task.value
    }

    /// Whatever happens at once, two fetches are never closer together than the shorter of cooldown and lifetime.
    @Test func everythingAtOnce() async throws {
        let issuer = issuer
        let set = try issuer.keySet()
        await withTaskGroup(of: Void.self) { group in
            for worker in 0..<16 {
                group.addTask {
                    for step in 0..<60 {
                        switch (worker + step) % 5 {
                        case 0: issuer.clock.advance(by: .milliseconds(Int64(step * 97 % 1000)))
                        case 1: issuer.serve("a", headers: [HTTPField(name: "Cache-Control", value: "max-age=20")])
                        case 2: issuer.serve(.failure(TestIssuer.Unreachable()))
                        case 3:
                            let task = Task { try? await set.keys(refetchingFor: KeyID("\(worker)-\(step)")) }
                            if step.isMultiple(of: 2) { task.cancel() }
                            _ = await task.value
                        default: _ = try? await set.keys()
                        }
                    }
                }
            }
        }
        await set.untilIdle()
        #expect(set.waiterCount == 0)
        let times = issuer.times
        #expect(times.count > 1)
        for (earlier, later) in zip(times, times.dropFirst()) {
            #expect(earlier.duration(to: later) >= .seconds(20))
        }
    }
}
