internal import Synchronization

/// A line on the terminal while tokens are verified, drawn a few times a second.
final class LinesProgress: Sendable {
    private static let between = Duration.milliseconds(200)

    private let console: Console?
    private let lastDrawn = Mutex<(time: ContinuousClock.Instant, hasDrawn: Bool)>((.now, false))

    /// - Parameter console: `nil` where nobody watches.
    init(on console: Console?) {
        self.console = console.flatMap { $0.showsProgress ? $0 : nil }
    }

    func tick(_ summary: LinesSummary) {
        guard let console else { return }
        let now = ContinuousClock.now
        lastDrawn.withLock { last in
            guard now - last.time >= Self.between else { return }
            last = (now, true)
            console.drawProgress("authkeys: \(summary.total) tokens, \(summary.refused) refused")
        }
    }

    func end() {
        if lastDrawn.withLock({ $0.hasDrawn }) { console?.drawProgress(nil) }
    }
}
