import AuthKeysJOSE
import Encodings
import KeyRotation
import TestSupport

/// One replacement of a key, with numbers so small that the oracle can play all of it. Seconds count from
/// ``Schedules/start``.
struct SmallCase: CustomStringConvertible {
    static let end = 70

    let layers: [Int]
    let policy: RotationPolicy
    /// `nil` where nobody saw it.
    let publishedSeen: Int?
    let acceptance: KeyRecord.Acceptance?
    let activated: Int
    let demotionSeen: Int?
    let removed: Int?
    let outage: Int?

    init(using random: inout SeededGenerator) {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func oneIn(_ count: Int) -> Bool { number(1...count) == 1 }
        // A set that is used for no time at all is used in the second in which it comes, which whole seconds cannot tell.
        layers = [number(1...4)] + (0..<number(0...1)).map { _ in number(0...4) }
        policy = RotationPolicy(
            clockError: .seconds(number(0...2)), cacheAge: .seconds(layers.reduce(0, +)),
            fetchTimeout: .seconds(number(0...2)), staleIfError: oneIn(4) ? nil : .seconds(number(0...4)),
            publicationSpread: .seconds(number(0...3)), signerSpread: .seconds(number(0...3)),
            tokenLifetime: .seconds(number(1...6)), leeway: .seconds(number(0...3)), period: .seconds(1_000),
            confirmWithin: .seconds(5), rollbackWindow: .zero)
        let seen = number(12...20)
        publishedSeen = oneIn(10) ? nil : seen
        acceptance =
            switch number(0...3) {
            case 0: .acknowledged(Schedules.after(seen))
            case 1: nil
            default: .probed(Schedules.after(number(seen...seen + 10)))
            }
        activated = number(seen - 2...seen + 24)
        let demoted = number(activated...activated + 3)
        demotionSeen = oneIn(10) ? nil : demoted
        removed = oneIn(5) ? nil : number(demoted...demoted + 22)
        outage = oneIn(4) ? number(0...5) : nil
    }

    func schedule() throws -> KeySchedule {
        var schedule = try KeySchedule(policy: policy, signingWith: "a", at: Schedules.start)
        _ = schedule.confirm(live: ["a"], at: Schedules.start)
        try schedule.stage("b", at: Schedules.after(5))
        if let publishedSeen { _ = schedule.confirm(live: ["a", "b"], at: Schedules.after(publishedSeen)) }
        if let acceptance { try schedule.accept(acceptance) }
        try schedule.activate(at: Schedules.after(activated))
        if let demotionSeen { _ = try schedule.confirm(signing: "b", at: Schedules.after(demotionSeen)) }
        if let removed { try schedule.retire("a", at: Schedules.after(removed)) }
        return schedule
    }

    /// A line for `rotation_oracle.py`.
    var json: JSONValue {
        func integer(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }
        func seconds(_ value: Duration?) -> JSONValue { value.map { .integer($0.components.seconds) } ?? .null }
        let accepted: JSONValue =
            switch acceptance {
            case .acknowledged: .string("acknowledged")
            case .probed(let date): seconds(date - Schedules.start)
            case nil: .null
            }
        return .object([
            "policy": .object([
                "eps": seconds(policy.clockError), "layers": .array(layers.map { integer($0) }),
                "fetch": seconds(policy.fetchTimeout), "stale": seconds(policy.staleIfError),
                "replicas": seconds(policy.publicationSpread), "signers": seconds(policy.signerSpread),
                "life": seconds(policy.tokenLifetime), "leeway": seconds(policy.leeway),
            ]),
            "outage": integer(outage), "start": .integer(0), "end": integer(Self.end),
            "keys": .array([
                .object([
                    "kid": .string("a"), "first": .boolean(true), "activated": .integer(0),
                    "demoted": integer(activated),
                    "demotion_seen": integer(demotionSeen), "published_seen": .integer(0), "accepted": .null,
                    "removed": integer(removed),
                ]),
                .object([
                    "kid": .string("b"), "first": .boolean(false), "activated": integer(activated), "demoted": .null,
                    "demotion_seen": .null, "published_seen": integer(publishedSeen), "accepted": accepted,
                    "removed": .null,
                ]),
            ]),
        ])
    }

    var description: String { json.compactJSON }
}
