public import AuthKeysJOSE
internal import Encodings

/// Who would be refused if a step were made now, and until when.
public struct EarlyMove: Sendable, Hashable {
    public enum Cause: Sendable, Hashable {
        /// Nobody has seen the key in the live set, so that no verifier can be counted on to have it.
        case publicationUnconfirmed
        /// Verifiers may still work with a set from before the key was in it.
        case publicationSpreading
        /// The same, and no wait is long enough: a set that cannot be fetched anew is used without bound.
        case staleSetsUnbounded
        /// Nobody has seen the live system sign with the successor.
        case demotionUnconfirmed
        /// Tokens of the key have not expired.
        case tokensAlive
    }

    public let cause: Cause
    /// The key whose tokens would be refused.
    public let keyID: KeyID
    /// When it is no longer too early; `nil` while that cannot be known.
    public let until: NumericDate?

    package init(cause: Cause, keyID: KeyID, until: NumericDate?) {
        self.cause = cause
        self.keyID = keyID
        self.until = until
    }

    /// One sentence: who is refused, until when, and why.
    public var sentence: String {
        let tokens = "tokens signed with \(keyID.quoted)"
        let end = until.map { "until \($0)" } ?? ""
        return switch cause {
        case .publicationUnconfirmed:
            "\(tokens) would be refused by every verifier that has no set with this key, and until when is not known: "
                + "that it is published has not been confirmed"
        case .publicationSpreading:
            "\(tokens) would be refused \(end) by verifiers that still use a set from before this key was in it"
        case .staleSetsUnbounded:
            "\(tokens) would be refused by a verifier that cannot fetch the set and uses its old one, for as long as that "
                + "lasts: no wait is long enough"
        case .demotionUnconfirmed:
            "\(tokens) would be refused although they have not expired, and until when is not known: that the system signs "
                + "with another key has not been confirmed"
        case .tokensAlive:
            "\(tokens) would be refused \(end) although they have not expired"
        }
    }

    /// The kid of an imported set can be any text.
    private var keyWord: String { (try? Escaper.shellWord(keyID.description)) ?? "KID" }

    /// What to do instead.
    public var hint: String {
        switch cause {
        case .publicationUnconfirmed: "publish the set, then: authkeys rotation confirm KEYRING --jwks URL"
        case .demotionUnconfirmed:
            "let the system sign a token, then: authkeys rotation confirm KEYRING --signing TOKEN-FILE"
        case .staleSetsUnbounded:
            "let each verifier try a token of that key ('authkeys jwt sign --keyring KEYRING --kid \(keyWord)'), and answer for it: "
                + "--acknowledge stale-set"
        case .publicationSpreading, .tokensAlive: "wait until then; from cron: authkeys rotation apply KEYRING --if-due"
        }
    }
}

extension KeySchedule {
    /// Whether a step now could let a valid token be refused; `nil` when it cannot.
    ///
    /// - Parameters:
    ///   - transition: the step.
    ///   - keyID: the key to be retired; the staged one is what is activated. To stage and to forget refuse nobody.
    ///   - now: the present, by the clock of this machine.
    public func earlyMove(_ transition: Transition, of keyID: KeyID? = nil, at now: NumericDate) -> EarlyMove? {
        switch transition {
        case .stage, .forget: nil
        case .activate: staged.flatMap { earlyActivation(of: $0, at: now) }
        case .retire:
            (keyID.flatMap { self[$0] }).flatMap { $0.state == .retiring ? earlyRetirement(of: $0, at: now) : nil }
        }
    }

    /// The same for ``rollBack(at:)``: the key must not have been missing from the set.
    public func earlyRollback(at now: NumericDate) -> EarlyMove? {
        previous.flatMap { early($0, wait: policy.propagationWait ?? policy.boundedPropagationWait, at: now) }
    }

    private func earlyActivation(of key: KeyRecord, at now: NumericDate) -> EarlyMove? {
        if let early = early(key, wait: policy.propagationWait ?? policy.boundedPropagationWait, at: now) {
            return early
        }
        guard policy.staleIfError == nil, !isSettled(key) else { return nil }
        return EarlyMove(cause: .staleSetsUnbounded, keyID: key.keyID, until: nil)
    }

    /// Whether something stands in for a bound on stale sets. A verifier that had the key before the last replica had it
    /// may have fetched a set without it since.
    private func isSettled(_ key: KeyRecord) -> Bool {
        switch key.acceptance {
        case .acknowledged: true
        case .probed(let date): key.publicationSeenAt.map { date >= earliestProbe($0) } ?? false
        case nil: false
        }
    }

    /// From when on a verifier that accepts a key goes on accepting it.
    /// - Parameter seen: when the key was first seen in the live set.
    func earliestProbe(_ seen: NumericDate) -> NumericDate {
        seen + policy.publicationSpread + policy.clockError * 2
    }

    private func early(_ key: KeyRecord, wait: Duration, at now: NumericDate) -> EarlyMove? {
        guard let seen = key.publicationSeenAt else {
            return EarlyMove(cause: .publicationUnconfirmed, keyID: key.keyID, until: nil)
        }
        let earliest = seen + policy.publicationSpread + wait
        return now < earliest ? EarlyMove(cause: .publicationSpreading, keyID: key.keyID, until: earliest) : nil
    }

    private func earlyRetirement(of key: KeyRecord, at now: NumericDate) -> EarlyMove? {
        guard let seen = key.demotionSeenAt else {
            return EarlyMove(cause: .demotionUnconfirmed, keyID: key.keyID, until: nil)
        }
        let earliest = seen + policy.retirementWait(tokenLifetime: key.tokenLifetime)
        return now < earliest ? EarlyMove(cause: .tokensAlive, keyID: key.keyID, until: earliest) : nil
    }
}
