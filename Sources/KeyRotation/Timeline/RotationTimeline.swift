public import AuthKeysJOSE
public import Encodings

/// When each key of a keyring was, is and will be published and signing: what a picture of it shows.
///
/// What is to come is what happens if each step is made in time and confirmed at once.
public struct RotationTimeline: Sendable, Hashable {
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        /// In the set, and not signing yet.
        case published
        case signing
        /// In the set for the tokens that are out.
        case retiring
    }

    public struct Segment: Sendable, Hashable {
        public let phase: Phase
        public let from: NumericDate
        /// The end of the timeline where it goes on beyond.
        public let until: NumericDate
    }

    public struct Row: Sendable, Hashable {
        /// `nil` for a key that is not made yet.
        public let keyID: KeyID?
        /// `nil` for a key that is not made yet.
        public let state: KeyState?
        /// One after the other.
        public let segments: [Segment]
    }

    public let now: NumericDate
    public let start: NumericDate
    public let end: NumericDate
    /// The oldest key first.
    public let rows: [Row]
    /// The step that comes next and its date; `nil` when there is none.
    public let next: RotationForecast.Step?
    /// The confirmations that are missing.
    public let awaited: [Awaited]

    /// - Parameters:
    ///   - schedule: the keys by state and time.
    ///   - now: the present, by the clock of this machine.
    ///   - rowLimit: how many keys, the latest of them.
    public init(of schedule: KeySchedule, at now: NumericDate, rowLimit: Int = 8) {
        let period = schedule.policy.period
        let end = now + period + .seconds(period.components.seconds / 4)
        let run = SimulatedRun(schedule, from: now, until: end, scenario: RotationScenario())
        let known = Set(schedule.keys.map(\.keyID))
        // One whole period back, and no further than there is something to see.
        let earliest = now - period
        let drawn = run.schedule.keys.filter { Self.segments(of: $0, from: earliest, until: end).isEmpty == false }
            .suffix(rowLimit)
        let first = drawn.map(\.stagedAt).min().map { max($0, earliest) } ?? earliest
        let start = min(first, now - .seconds(period.components.seconds / 10))
        self.now = now
        self.start = start
        self.end = end
        rows = drawn.map { key in
            let isMade = known.contains(key.keyID)
            return Row(
                keyID: isMade ? key.keyID : nil, state: isMade ? schedule[key.keyID]?.state : nil,
                segments: Self.segments(of: key, from: start, until: end))
        }
        next = RotationForecast(of: schedule, from: now, count: 1).steps.first
        awaited = schedule.awaited
    }

    private static func segments(of key: KeyRecord, from start: NumericDate, until end: NumericDate) -> [Segment] {
        let gone = key.removedAt ?? .distantFuture
        let bounds: [(Phase, NumericDate?, NumericDate)] = [
            (.published, key.stagedAt, key.activatedAt ?? gone), (.signing, key.activatedAt, key.demotedAt ?? gone),
            (.retiring, key.demotedAt, gone),
        ]
        return bounds.compactMap { phase, began, ended in
            guard let began else { return nil }
            let (from, until) = (max(began, start), min(ended, end))
            return from < until ? Segment(phase: phase, from: from, until: until) : nil
        }
    }
}
