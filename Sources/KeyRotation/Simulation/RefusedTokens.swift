public import AuthKeysJOSE
internal import Encodings

/// Tokens that are valid and may be refused, for some time.
public struct RefusedTokens: Sendable, Hashable {
    public enum Cause: String, Sendable, Hashable, CaseIterable {
        /// The key signs before its publication was seen.
        case unpublished = "publication-unconfirmed"
        /// The key signs while verifiers use a set from before it.
        case unknown = "not-everywhere-yet"
        /// The same, with a set that is used without bound.
        case staleSet = "stale-set"
        /// The key was removed while its tokens live.
        case removed = "removed-too-early"
    }

    /// The key whose tokens are refused.
    public let keyID: KeyID
    public let cause: Cause
    public let span: TimeSpan

    /// One sentence without the dates: who is refused, by whom, why.
    public var reason: String {
        let tokens = "tokens signed with \(keyID.quoted)"
        return switch cause {
        case .unpublished:
            "\(tokens) are refused by verifiers whose set lacks the key: that it is published was never confirmed"
        case .unknown: "\(tokens) are refused by verifiers that still use a set from before this key was in it"
        case .staleSet:
            "\(tokens) are refused by a verifier that cannot fetch the set and goes on with its old one, without bound"
        case .removed: "\(tokens) are refused although they have not expired: the key has left the set"
        }
    }
}

extension KeySchedule {
    /// Every span of true time in which a valid token may be refused, as far as the keyring has gone, in the order in
    /// which they begin.
    /// - Parameter outage: how long the set cannot be fetched, at most; `nil` for as long as the policy lets a set be used.
    public func refusals(outage: Duration? = nil) -> [RefusedTokens] {
        let model = SystemModel(policy: policy, outage: outage)
        return keys.flatMap(model.refusals).sorted { $0.span.from < $1.span.from }
    }
}

extension SystemModel {
    fileprivate func refusals(of key: KeyRecord) -> [RefusedTokens] {
        // Of a revoked key every token is to be refused.
        guard key.state != .revoked, let valid = valid(key) else { return [] }
        var refusals: [RefusedTokens] = []
        if let before = beforePublication(key), let span = valid.intersection(before) {
            let cause: RefusedTokens.Cause =
                if key.publicationSeenAt == nil { .unpublished } else { before.until == nil ? .staleSet : .unknown }
            refusals.append(RefusedTokens(keyID: key.keyID, cause: cause, span: span))
        }
        if let after = afterRemoval(key), let span = valid.intersection(after) {
            refusals.append(RefusedTokens(keyID: key.keyID, cause: .removed, span: span))
        }
        return refusals
    }
}
