import AuthKeysJOSE

/// Serves a key set to a `RemoteJWKSet`: at once, or when the test says so.
final class TestIssuer: Sendable {
    struct Unreachable: Error {}

    typealias Answer = Result<HTTPResponse, any Error>

    private struct State: Sendable {
        var answer = Answer.failure(Unreachable())
        var isHolding = false
        var requests: [HTTPRequest] = []
        var times: [ManualClock.Instant] = []
        var held: [CheckedContinuation<Answer, Never>] = []
        var sawCancellation = false
    }

    let clock = ManualClock()
    private let state = GuardedState(State())

    var requests: [HTTPRequest] { state.withLock(\.requests) }
    /// When each was sent.
    var times: [ManualClock.Instant] { state.withLock(\.times) }
    var sawCancellation: Bool { state.withLock(\.sawCancellation) }

    /// From now on each request is answered so.
    func serve(_ answer: Answer) {
        state.withLock {
            $0.answer = answer
            $0.isHolding = false
        }
    }

    func serve(_ kids: String..., headers: [HTTPField] = []) {
        serve(.success(Self.response(kids, headers: headers)))
    }

    /// From now on requests wait for ``release(_:)``.
    func hold() {
        state.withLock { $0.isHolding = true }
    }

    /// Waits until a request is held, and answers it.
    func release(_ answer: Answer) async {
        while state.withLock(\.held.isEmpty) { await Task.yield() }
        let held = state.withLock { state in
            defer { state.held = [] }
            return state.held
        }
        for continuation in held { continuation.resume(returning: answer) }
    }

    var fetch: HTTPFetch {
        { request in
            let answer = await withCheckedContinuation { continuation in
                let answer: Answer? = self.state.withLock { state in
                    state.requests.append(request)
                    state.times.append(self.clock.now)
                    guard state.isHolding else { return state.answer }
                    state.held.append(continuation)
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
            if Task.isCancelled { self.state.withLock { $0.sawCancellation = true } }
            return try answer.get()
        }
    }

    func keySet(_ change: (inout RemoteJWKSet.Policy) -> Void = { _ in }) throws -> RemoteJWKSet {
        var policy = RemoteJWKSet.Policy()
        change(&policy)
        return try RemoteJWKSet(
            url: "https://issuer.example/.well-known/jwks.json", policy: policy, clock: clock, fetch: fetch)
    }

    static func response(_ kids: [String], headers: [HTTPField] = []) -> HTTPResponse {
        let keys = kids.enumerated().map { index, kid in SampleKeys.jwk(UInt8(index), kid: kid) }
        return response(#"{"keys":["# + keys.joined(separator: ",") + "]}", headers: headers)
    }

    static func response(_ body: String, status: Int = 200, headers: [HTTPField] = []) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: Array(body.utf8))
    }
}

extension RemoteJWKSet {
    func kids() async throws -> [String] {
        try await keys().keys.compactMap { $0.keyID?.description }
    }

    func kids(refetchingFor keyID: KeyID) async throws -> [String] {
        try await keys(refetchingFor: keyID).keys.compactMap { $0.keyID?.description }
    }

    func untilWaiting(_ count: Int) async {
        while waiterCount != count { await Task.yield() }
    }

    func untilIdle() async {
        while isFetching { await Task.yield() }
    }

    /// The code of what ``keys()`` throws.
    func refusal() async -> AuthKeysError.Code? {
        do throws(AuthKeysError) {
            _ = try await keys()
            return nil
        } catch {
            return error.code
        }
    }
}
