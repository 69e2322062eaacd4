internal import Glibc
internal import Synchronization

/// Runs the same search on several threads of its own and takes the first result.
package enum ThreadRace {
    /// - Parameters:
    ///   - contenders: how many threads search, the calling one among them.
    ///   - search: is handed a question to ask often; once it answers `true`, somebody else was first.
    /// - Throws: what the calling thread's search threw, when none had a result.
    package static func first<Value: Sendable, Failure: Error>(
        contenders: Int, _ search: @escaping @Sendable (_ isDecided: @Sendable () -> Bool) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let race = Race(search)
        var threads: [pthread_t] = []
        for _ in 1..<max(contenders, 1) {
            guard let thread = start(race) else { break }  // fewer threads are slower and no failure
            threads.append(thread)
        }
        let own = race.attempt()
        for thread in threads { pthread_join(thread, nil) }
        if let winner = race.winner { return winner }
        return try own.get()
    }

    private static func start(_ race: some Runnable) -> pthread_t? {
        let box = unsafe Unmanaged.passRetained(Box(race))
        var thread = pthread_t()
        let status = unsafe pthread_create(
            &thread, nil,
            { argument in
                if let argument = unsafe argument {
                    unsafe Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().race.run()
                }
                return nil
            }, box.toOpaque())
        guard status == 0 else {
            unsafe box.release()
            return nil
        }
        return thread
    }

    private protocol Runnable: Sendable {
        func run()
    }

    private final class Box: Sendable {
        let race: any Runnable

        init(_ race: any Runnable) {
            self.race = race
        }
    }

    private final class Race<Value: Sendable, Failure: Error>: Runnable {
        private let search: @Sendable (_ isDecided: @Sendable () -> Bool) throws(Failure) -> Value
        private let isDecided = Atomic(false)
        private let first = Mutex<Value?>(nil)

        init(_ search: @escaping @Sendable (_ isDecided: @Sendable () -> Bool) throws(Failure) -> Value) {
            self.search = search
        }

        func run() {
            _ = attempt()
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
