internal import Synchronization

/// Runs the same search on several threads and takes the first result.
package enum ThreadRace {
    /// - Parameters:
    ///   - contenders: how many threads search, the calling one among them.
    ///   - search: is handed a question to ask often; once it answers `true`, somebody else was first.
    /// - Throws: what the calling thread's search threw, when none had a result.
    package static func first<Value: Sendable, Failure: Error>(
        contenders: Int, _ search: @escaping @Sendable (_ isDecided: @Sendable () -> Bool) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let race = Race(search)
        let others = WorkerThreads(count: contenders - 1) { _ = race.attempt() }
        let own = race.attempt()
        others.join()
        if let winner = race.winner { return winner }
        return try own.get()
    }

    private final class Race<Value: Sendable, Failure: Error>: Sendable {
        private let search: @Sendable (_ isDecided: @Sendable () -> Bool) throws(Failure) -> Value
        private let isDecided = Atomic(false)
        private let first = Mutex<Value?>(nil)

        init(_ search: @escaping @Sendable (_ isDecided: @Sendable () -> Bool) throws(Failure) -> Value) {
            self.search = search
        }

        func attempt() -> Result<Value, Failure> {
            do throws(Failure) {
                let value = try search { self.isDecided.load(ordering: .relaxed) }
                isDecided.store(true, ordering: .relaxed)
                first.withLock { $0 = $0 ?? value }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }

        var winner: Value? { first.withLock { $0 } }
    }
}
