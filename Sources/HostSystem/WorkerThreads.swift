internal import Glibc

/// Threads of their own for work that keeps a processor busy: on Swift's cooperative pool it would starve every other
/// task.
package enum WorkerThreads {
    /// Runs the same work on several threads, the calling one among them, and returns when it has ended on all.
    ///
    /// - Parameters:
    ///   - count: of threads. When the system refuses to start one there are fewer, which is slower and no failure.
    ///   - work: is told which of them it is, from 0 (the calling one) on.
    package static func run(_ count: Int, _ work: @escaping @Sendable (_ number: Int) -> Void) {
        var threads: [pthread_t] = []
        for number in 1..<max(count, 1) {
            guard let thread = start({ work(number) }) else { break }
            threads.append(thread)
        }
        work(0)
        for thread in threads { pthread_join(thread, nil) }
    }

    private static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
        let box = unsafe Unmanaged.passRetained(Box(work))
        var thread = pthread_t()
        let status = unsafe pthread_create(
            &thread, nil,
            { argument in
                if let argument = unsafe argument {
                    unsafe Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work()
                }
                return nil
            }, box.toOpaque())
        guard status == 0 else {
            unsafe box.release()
            return nil
        }
        return thread
    }

    private final class Box: Sendable {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) {
            self.work = work
        }
    }
}
