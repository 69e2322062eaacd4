import AuthKeysJOSE
import Encodings
import KeyRotation

/// Schedules to test with. Times are seconds from a round moment.
enum Schedules {
    static let start = NumericDate(secondsSince1970: 1_700_000_000)

    static func after(_ seconds: Int) -> NumericDate { start + .seconds(seconds) }

    /// Small different numbers, so that each term shows in a sum.
    static let policy = RotationPolicy(
        clockError: .seconds(1), cacheAge: .seconds(10), fetchTimeout: .seconds(100), staleIfError: .seconds(1_000),
        publicationSpread: .seconds(10_000), signerSpread: .seconds(20), tokenLifetime: .seconds(200),
        leeway: .seconds(2_000), period: .seconds(1_000_000), confirmWithin: .seconds(50_000),
        rollbackWindow: .seconds(500))

    static var withoutBound: RotationPolicy {
        var policy = policy
        policy.staleIfError = nil
        return policy
    }

    /// One key, `a`, that signs since the start and was seen.
    static func begun(_ policy: RotationPolicy = policy) throws -> KeySchedule {
        var schedule = try KeySchedule(policy: policy, signingWith: "a", at: start)
        _ = schedule.confirm(live: ["a"], at: start)
        return schedule
    }

    /// `b` is staged at the moment 100 and seen at 200.
    static func staged(_ policy: RotationPolicy = policy) throws -> KeySchedule {
        var schedule = try begun(policy)
        try schedule.stage("b", at: after(100))
        _ = schedule.confirm(live: ["a", "b"], at: after(200))
        return schedule
    }

    /// `b` signs since the moment 20,000, and `a` does not.
    static func activated(_ policy: RotationPolicy = policy) throws -> KeySchedule {
        var schedule = try staged(policy)
        try schedule.activate(at: after(20_000))
        return schedule
    }
}
