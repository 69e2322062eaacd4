internal import AuthKeysJOSE
internal import Synchronization

/// A line on the terminal while a key is searched for, drawn a few times a second once the wait is noticed.
final class GenerationProgress: Sendable {
    private static let firstAfter = Duration.milliseconds(400)
    private static let between = Duration.milliseconds(200)

    private let size: RSAPrivateKey.Size
    private let console: Console?
    private let start = ContinuousClock.now
    private let lastDrawn = Mutex<ContinuousClock.Instant?>(nil)

    /// - Parameter console: `nil` where nobody watches.
    init(_ size: RSAPrivateKey.Size, on console: Console?) {
        self.size = size
        self.console = console
    }

    /// Called from every thread that searches, many times a second.
    func tick() {
        guard let console else { return }
        let now = ContinuousClock.now
        guard now - start >= Self.firstAfter else { return }
        lastDrawn.withLock { last in
            if let last, now - last < Self.between { return }
            last = now
            let seconds = (now - start).components.seconds
            console.drawProgress("authkeys: searching for a \(size.rawValue)-bit key, \(seconds) s")
        }
    }

    func end() {
        if lastDrawn.withLock({ $0 }) != nil { console?.drawProgress(nil) }
    }
}
