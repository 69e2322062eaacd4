internal import Glibc

/// Threads of their own for work that keeps a processor busy: on Swift's cooperative pool it would starve every other
/// task.
package struct WorkerThreads {
    private var threads: [pthread_t] = []

    /// - Parameters:
    ///   - count: how many are started. When the system refuses one there are fewer, which is slower and no failure.
    ///   - work: what each of them does.
    package init(count: Int, _ work: @escaping @Sendable () -> Void) {
        for _ in 0..<max(count, 0) {
            guard let thread = Self.start(work) else { break }
            threads.append(thread)
        }
    }

    /// Waits until all have ended. To be called once.
    package func join() {
        for thread in threads { pthread_join(thread, nil) }
    }

    /// Runs the same work on several threads, the calling one among them, and returns when it has ended on all.
    package static func run(_ count: Int, _ work: @escaping @Sendable () -> Void) {
        let others = Self(count: count - 1, work)
        work()
        others.join()
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
