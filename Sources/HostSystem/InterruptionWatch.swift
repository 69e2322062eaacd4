internal import Glibc

/// Lets a signal that an ``Interruption`` holds back end the process even where the step that was to come first does not
/// end: nobody takes what it writes.
package struct InterruptionWatch {
    private let stopping: StopPipe
    private let thread: WorkerThreads
    /// What the work is given to end by itself, and what is between two looks.
    private static let patience: Int32 = 1_000

    /// `nil` when the system has no descriptors left for it.
    package init?(_ interruption: Interruption) {
        guard let stopping = StopPipe() else { return nil }
        self.stopping = stopping
        thread = WorkerThreads(count: 1) {
            guard Readiness.waitToRead(interruption.descriptor, unless: stopping.descriptor) else { return }
            while !stopping.isStopped(within: Self.patience) {
                // A machine that is busy is no reason: the work goes on, and ends.
                if Readiness.isBlocked(STDOUT_FILENO, STDERR_FILENO) { return interruption.deliver() }
            }
        }
    }

    /// To be called once, when the work is done.
    package func end() {
        stopping.stop()
        thread.join()
    }
}
