internal import Glibc

/// How a command waits and how it measures its waiting, handed in so that nobody has to wait for a test.
package struct Pace: Sendable {
    /// Since some moment that stays the same; no clock that somebody can set.
    package let elapsed: @Sendable () -> Duration
    /// Returns after this long, or when a signal has come.
    package let pause: @Sendable (Duration, Interruption?) -> Void

    package init(
        elapsed: @escaping @Sendable () -> Duration, pause: @escaping @Sendable (Duration, Interruption?) -> Void
    ) {
        self.elapsed = elapsed
        self.pause = pause
    }

    package static let ofThisMachine: Pace = {
        let start = ContinuousClock.now
        return Pace(elapsed: { start.duration(to: .now) }) { duration, interruption in
            if let interruption {
                _ = interruption.hasCome(within: duration)
            } else {
                let (seconds, attoseconds) = duration.components
                poll(nil, 0, Int32(clamping: seconds * 1_000 + attoseconds / 1_000_000_000_000_000))
            }
        }
    }()
}
