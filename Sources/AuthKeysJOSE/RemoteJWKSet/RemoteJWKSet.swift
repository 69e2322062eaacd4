/// The key set of an issuer, for a server that verifies its tokens: fetched when needed, kept, and fetched again when
/// it has aged or lacks a key.
///
/// Nothing is fetched before it is first asked for, and nothing in the background: who asks for a set that has aged
/// waits for the new one. Callers who ask at the same time share one fetch. When it fails the last good set serves on
/// for a while (``Policy``), and the retries hold up nobody; ``lastFailure`` tells.
///
/// A response of 200 that is no JWK set, has a private member or is longer than 256 KiB is a failure like any other.
public final class RemoteJWKSet: Sendable {
    private struct State: Sendable {
        var cache = KeySetCache()
        var fetch = SharedFetch()

        /// - Returns: `begins`, whether the caller has to fetch.
        mutating func answer(for keyID: KeyID?, at now: Duration) -> (answer: KeySetCache.Answer, begins: Bool) {
            let answer = cache.answer(for: keyID, at: now, isFetching: fetch.isUnderWay)
            if case .nowWhileFetching = answer { return (answer, fetch.begin()) }
            return (answer, false)
        }
    }

    public let policy: Policy
    private let location: HTTPURL
    private let send: HTTPFetch
    private let elapsed: @Sendable () -> Duration
    private let state = GuardedState(State())

    /// - Parameters:
    ///   - url: of the set, such as the `jwks_uri` of ``OpenIDProviderMetadata``.
    ///   - policy: how long a set is used, how often it is fetched, and what it may hold.
    ///   - clock: one that never goes back, such as `ContinuousClock()`: the time of day may be set.
    ///   - fetch: sends a request. Its time limit is its own business, and those who wait for a set wait for it. Where
    ///     it follows redirects, it decides which.
    /// - Throws: `network.url`, `network.cleartext`.
    public init(
        url: String, policy: Policy = Policy(), clock: some Clock<Duration>, fetch: @escaping HTTPFetch
    ) throws(AuthKeysError) {
        location = try HTTPURL(url)
        guard location.isProtected || policy.allowsPlainHTTP else {
            throw AuthKeysError(
                NetworkCode.cleartext, "keys would be fetched over plain http from '\(location.origin)'",
                hint: "use https; or set allowsPlainHTTP where nobody else is on the network between")
        }
        self.policy = policy
        send = fetch
        let start = clock.now
        elapsed = { start.duration(to: clock.now) }
    }

    /// Of the set, without its fragment.
    public var url: String { location.text }

    /// The set as it is now.
    ///
    /// - Throws: what the fetcher throws, `network.failed` where that is no `AuthKeysError`; `network.status`,
    ///   `network.too-large`, the codes of ``JWKSet/init(parsing:unusableKeys:)``; each when there is no set that may
    ///   still be used. `network.cancelled`, at once when the task is cancelled that waits; the fetch goes on.
    public func keys() async throws(AuthKeysError) -> JWKSet {
        try await keys(with: nil)
    }

    /// The set for a token that names a key: when it lacks that key, and the last fetch is longer ago than the
    /// cooldown, it is fetched once more.
    ///
    /// - Parameter keyID: the `kid` of the token; without one this is ``keys()``.
    /// - Returns: a set that may lack the key all the same.
    /// - Throws: what ``keys()`` throws. A fetch that fails is no error as long as there is a set.
    public func keys(refetchingFor keyID: KeyID?) async throws(AuthKeysError) -> JWKSet {
        try await keys(with: keyID)
    }

    /// Why the last fetch failed; nil when it succeeded, or there was none. For the log and the health of a service: a
    /// set that serves on hides the failure from everybody else.
    public var lastFailure: AuthKeysError? {
        state.withLock { $0.cache.failure }
    }

    /// For tests, which wait until those are in place whom they started.
    package var waiterCount: Int { state.withLock { $0.fetch.waiterCount } }
    package var isFetching: Bool { state.withLock { $0.fetch.isUnderWay } }

    private func keys(with keyID: KeyID?) async throws(AuthKeysError) -> JWKSet {
        let (answer, begins) = state.withLock { $0.answer(for: keyID, at: elapsed()) }
        if begins { startFetching() }
        switch answer {
        case .now(let result): return try result.get()
        case .nowWhileFetching(let keys): return keys
        case .afterFetch: return try await keysAfterFetch(for: keyID)
        }
    }

    private func keysAfterFetch(for keyID: KeyID?) async throws(AuthKeysError) -> JWKSet {
        let ticket = state.withLock { $0.fetch.makeTicket() }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in wait(waiter, ticket, for: keyID) }
        } onCancel: {
            let waiter = state.withLock { $0.fetch.remove(ticket: ticket) }
            waiter?.resume(returning: .failure(Self.cancelled))
        }
        return try result.get()
    }

    /// Decides again, because a fetch may have ended since: what is decided and what is done about it is one step.
    private func wait(_ waiter: SharedFetch.Waiter, _ ticket: UInt64, for keyID: KeyID?) {
        var result: Result<JWKSet, AuthKeysError>?
        var begins = false
        state.withLock { state in
            // The handler may have run already, and found nobody.
            guard !Task.isCancelled else {
                result = .failure(Self.cancelled)
                return
            }
            let (answer, retries) = state.answer(for: keyID, at: elapsed())
            begins = retries
            switch answer {
            case .now(let answer): result = answer
            case .nowWhileFetching(let keys): result = .success(keys)
            case .afterFetch:
                begins = state.fetch.begin()
                state.fetch.add(waiter, ticket: ticket)
            }
        }
        if begins { startFetching() }
        if let result { waiter.resume(returning: result) }
    }

    /// In a task of its own: the fetch is everybody's, and whoever began it may be cancelled.
    private func startFetching() {
        Task.detached { await self.fetch() }
    }

    private func fetch() async {
        let start = elapsed()
        let outcome: Result<KeySetDownload, AuthKeysError>
        do throws(AuthKeysError) {
            let response = try await KeySetDownload.request(location).sent(by: send)
            outcome = .success(try KeySetDownload(response, from: location, unusableKeys: policy.unusableKeys))
        } catch {
            outcome = .failure(error)
        }
        let (waiters, result) = state.withLock { state in
            (state.fetch.end(), state.cache.record(outcome, from: start, at: elapsed(), policy: policy))
        }
        for waiter in waiters { waiter.resume(returning: result) }
    }

    private static var cancelled: AuthKeysError {
        AuthKeysError(NetworkCode.cancelled, "the task that waited for a JWK set was cancelled")
    }
}
