import AuthKeysJOSE
import Consumers
import Encodings
import KeyRotation
import Testing

/// A year of a system, hour by hour: the keyring is applied and confirmed as cron does it, the set arrives late at some of
/// those who publish it, the key late at some of those who sign, and each verifier works with the oldest set that its
/// caches may hold, or with the newest.
struct RotationYear {
    /// A token that somebody verifies at a moment with a set.
    struct Check: Hashable {
        let token: Int
        let set: Int
        let time: Int64
    }

    private(set) var tokens: [String] = []
    private(set) var checks: [Check] = []
    /// What the keyring says is published, from a moment on.
    private(set) var sets: [(since: NumericDate, set: JWKSet)] = []
    private(set) var transitions: [Transition] = []
    private var signers: [(since: NumericDate, key: RSAPrivateKey, keyID: KeyID)] = []
    private var keyring: Keyring
    private var policy: RotationPolicy { keyring.schedule.policy }

    static let start = NumericDate(secondsSince1970: 1_767_225_600)

    /// - Parameters:
    ///   - keys: enough for the year.
    ///   - isHasty: whether every step is forced as soon as it can be made.
    init(_ profile: Profile, keys: [RSAPrivateKey], hours: Int = 8_760, isHasty: Bool = false) throws {
        keyring = try Keyring(
            creating: keys[0], profile: profile, policy: RotationPolicy(for: profile), at: Self.start, isTest: true)
        keyring.generation = 1
        var unused = keys.dropFirst()
        try note(at: Self.start)
        for hour in 0..<hours {
            let now = Self.start + .seconds(hour * 3_600 + 420)
            let step = isHasty ? keyring.schedule.nextTransition(at: now) : keyring.schedule.dueTransition(at: now)
            if let step, let key = unused.first {
                if step.transition == .stage { unused.removeFirst() }
                try keyring.make(step, newKey: key, at: now, forcing: step.early)
                transitions.append(step.transition)
                try note(at: now)
            }
            // Half an hour later: whoever looks sees what one of the replicas has by then.
            let later = now + .seconds(1_800)
            _ = try keyring.confirm(live: try #require(sets.last).set, at: later)
            _ = try keyring.confirm(
                signing: try #require(signers.last).keyID, lifetime: policy.tokenLifetime, at: later)
            if policy.staleIfError == nil, keyring.schedule.staged != nil { try keyring.accept(.probed(later)) }
            // More of them where something changes.
            let isBusy = sets.last.map { now - $0.since < .seconds(3 * 3_600) } ?? false
            for minute in isBusy ? [8, 20, 36, 38, 59] : [8] {
                try issue(at: Self.start + .seconds(hour * 3_600 + minute * 60), profile)
            }
        }
    }

    private mutating func note(at now: NumericDate) throws {
        sets.append((now, try keyring.publishedSet()))
        if let signer = keyring.signingKey { signers.append((now, signer.key, signer.keyID)) }
    }

    /// The first signer to have a new key, and the last.
    private mutating func issue(at now: NumericDate, _ profile: Profile) throws {
        let first = try #require(signers.last { $0.since <= now })
        let last = signers.last { $0.since <= now - policy.signerSpread } ?? first
        for signer in first.keyID == last.keyID ? [first] : [first, last] {
            let expiry = now + policy.tokenLifetime
            let token = try JWTSigner(key: signer.key, keyID: signer.keyID).sign(
                .object(["sub": .string("somebody"), "iat": now.json, "exp": expiry.json]))
            tokens.append(token)
            // As old as caches, a fetch and an outage allow; Convex's outages have no bound, which is what the probe is for.
            let age = policy.publicationSpread + policy.cacheAge + policy.fetchTimeout + (policy.staleIfError ?? .zero)
            check(now, withSetOf: now - age)
            let end = expiry - .seconds(1)
            check(end, withSetOf: end)
            check(end, withSetOf: end - age)
        }
    }

    private mutating func check(_ time: NumericDate, withSetOf date: NumericDate) {
        let set = sets.lastIndex { $0.since <= date } ?? 0
        checks.append(Check(token: tokens.count - 1, set: set, time: time.secondsSince1970))
    }
}
