internal import AuthKeysJOSE
internal import Deployment
internal import Encodings
internal import HTTPExchange
internal import HostSystem

/// Asks a backend whether it accepts tokens of a key, again and again where that takes time.
///
/// Nothing else tells when the set that it keeps for 15 seconds has been replaced.
struct AcceptanceProbe {
    enum Outcome {
        /// - Parameter refusedAt: when the last probe before that was sent; `nil` for none.
        case accepted(at: Duration, refusedAt: Duration?, count: Int)
        case gaveUp(ProbeAnswer)
        case interrupted
    }

    let client: DeploymentClient
    let issuer: String
    /// After this long it is given up.
    let limit: Duration
    let now: @Sendable () -> NumericDate
    let pace: Pace
    /// Where the waiting is shown; `nil` where nobody watches.
    let progress: Console?

    /// Short at first: where nobody has asked for the old set lately, the backend fetches the new one at once. What
    /// stands between the last refusal and the new signer is what users lose.
    private static let firstPause = Duration.milliseconds(20)
    private static let longestPause = Duration.milliseconds(250)
    private static let toleratedLead = Duration.seconds(5)

    /// - Throws: `key.size`: what cannot sign cannot be asked for.
    func ask(_ key: RSAPrivateKey, keyID: KeyID?) throws(AuthKeysError) -> ProbeAnswer {
        var lead = Duration.zero
        return try ask(key, keyID: keyID, &lead)
    }

    /// Asks again with the backend's own time where its clock turns out to be ahead of this one: a token that lives for
    /// 30 seconds would have expired there.
    private func ask(
        _ key: RSAPrivateKey, keyID: KeyID?, _ lead: inout Duration
    ) throws(AuthKeysError) -> ProbeAnswer {
        while true {
            let time = now() + lead
            let token = try ProbeToken.sign(with: key, keyID: keyID, issuer: issuer, at: time)
            do throws(AuthKeysError) {
                let response = try client.fetch(client.api.probe, token: token)
                let answer = ProbeAnswer(response, to: token)
                guard answer != .accepted, let date = response.date, date - time > Self.toleratedLead else {
                    return answer
                }
                lead += date - time
            } catch {
                return .unclear(error.message)
            }
        }
    }

    /// - Throws: `key.size`.
    func wait(
        for key: RSAPrivateKey, keyID: KeyID?, _ interruption: Interruption?
    ) throws(AuthKeysError) -> Outcome {
        let start = pace.elapsed()
        var refusedAt: Duration?
        var pause = Self.firstPause
        var lead = Duration.zero
        defer { progress?.drawProgress(nil) }
        for count in 1... {
            let sent = pace.elapsed()
            let answer = try ask(key, keyID: keyID, &lead)
            let time = pace.elapsed()
            if case .accepted = answer { return .accepted(at: time, refusedAt: refusedAt, count: count) }
            refusedAt = sent
            if interruption?.hasCome() ?? false { return .interrupted }
            guard time - start < limit else { return .gaveUp(answer) }
            progress?.drawProgress(
                "authkeys: waiting for the backend to accept the key, \((time - start).components.seconds) s of "
                    + "\(limit.components.seconds) at most")
            pace.pause(pause, interruption)
            pause = min(pause * 2, Self.longestPause)
        }
        return .interrupted  // the count has no end
    }
}
