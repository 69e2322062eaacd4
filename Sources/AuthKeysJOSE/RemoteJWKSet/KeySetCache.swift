/// The last good set, how long it may be used, and when the next fetch may begin: a value without a clock of its own.
///
/// Times are durations since an arbitrary moment.
struct KeySetCache: Sendable {
    enum Answer: Sendable {
        case now(Result<JWKSet, AuthKeysError>)
        /// Also now, while a fetch is under way that nobody waits for.
        case nowWhileFetching(JWKSet)
        case afterFetch
    }

    private struct Held: Sendable {
        let keys: JWKSet
        let freshUntil: Duration
        let usedUntil: Duration
    }

    private var held: Held?
    /// The end of the cooldown.
    private var restsUntil: Duration?
    /// Of the last fetch; nil when it succeeded.
    private(set) var failure: AuthKeysError?

    /// - Parameter keyID: the one that is looked for; nil for whoever takes the set as it is.
    func answer(for keyID: KeyID?, at now: Duration, isFetching: Bool) -> Answer {
        let isResting = restsUntil.map { now < $0 } ?? false
        let lacksKey = keyID.map { keyID in held?.keys.keys.contains { $0.keyID == keyID } != true } ?? false
        if let held, now < held.freshUntil {
            guard lacksKey, isFetching || !isResting else { return .now(.success(held.keys)) }
            return .afterFetch
        }
        guard let failure else { return .afterFetch }
        let usable = held.flatMap { now < $0.usedUntil ? $0.keys : nil }
        if isResting, !isFetching { return .now(usable.map { .success($0) } ?? .failure(failure)) }
        // An issuer that does not answer would hold up every caller once in each cooldown.
        guard let usable, !lacksKey else { return .afterFetch }
        return .nowWhileFetching(usable)
    }

    /// What those get who waited for the fetch that began at `start`.
    mutating func record(
        _ outcome: Result<KeySetDownload, AuthKeysError>, from start: Duration, at now: Duration,
        policy: RemoteJWKSet.Policy
    ) -> Result<JWKSet, AuthKeysError> {
        restsUntil = now + max(.zero, policy.cooldown)
        switch outcome {
        case .success(let download):
            // RFC 9111 §4.2.3: it may have been made when the request was sent.
            let seconds = download.secondsOfFreshness.map { max(0, $0 - (now - start).components.seconds) }
            let freshUntil = now + policy.timeToLive(saying: seconds)
            held = Held(
                keys: download.keys, freshUntil: freshUntil, usedUntil: freshUntil + max(.zero, policy.serveStaleFor))
            failure = nil
            return .success(download.keys)
        case .failure(let error):
            failure = error
            guard let held, now < held.usedUntil else { return .failure(error) }
            return .success(held.keys)
        }
    }
}
