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
        let race = Race<Value, Failure>()
        WorkerThreads.run(contenders) { number in
            do throws(Failure) {
                race.win(try search { race.isDecided.load(ordering: .relaxed) })
            } catch {
                if number == 0 { race.lose(error) }
            }
        }
        return try race.result()
    }

    private final class Race<Value: Sendable, Failure: Error>: Sendable {
        let isDecided = Atomic(false)
        private let first = Mutex<Value?>(nil)
        private let failure = Mutex<Failure?>(nil)

        func win(_ value: Value) {
            isDecided.store(true, ordering: .relaxed)
            first.withLock { $0 = $0 ?? value }
        }

        func lose(_ error: Failure) {
            failure.withLock { $0 = error }
        }

        func result() throws(Failure) -> Value {
            if let value = first.withLock({ $0 }) { return value }
            guard let error = failure.withLock({ $0 }) else { preconditionFailure("a search neither gave nor threw") }
            throw error
        }
    }
}
