internal import CAuthKeysLinux  // which of the two modules has sigset_t depends on how Glibc is linked
internal import Glibc

/// Lets INT, TERM and HUP end a long piece of work between two of its steps instead of in the middle of one.
///
/// Made on the main thread before others are started: they hold the signals back as it does, and the kernel keeps the
/// signal until somebody asks. A signal that the process was started with ignored, as by `nohup` or in the background of
/// a script, stays ignored.
package final class Interruption: Sendable {
    /// Ready to be read from once a signal has come.
    let descriptor: Int32
    /// Without those that are ignored: held back, the kernel would keep even such a signal.
    private let numbers = [SIGINT, SIGTERM, SIGHUP].filter { authkeys_is_ignored($0) == 0 }

    /// `nil` when the system has no descriptor left for it.
    package init?() {
        var held = sigset_t()
        unsafe sigemptyset(&held)
        for number in numbers { unsafe sigaddset(&held, number) }
        descriptor = unsafe signalfd(-1, &held, authkeys_SFD_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        unsafe pthread_sigmask(SIG_BLOCK, &held, nil)
    }

    deinit {
        SystemCalls().close(descriptor)
    }

    /// Whether a signal has come, or comes within this time.
    package func hasCome(within limit: Duration = .zero) -> Bool {
        let deadline = ContinuousClock.now.advanced(by: limit)
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        repeat {
            let left = ContinuousClock.now.duration(to: deadline).components
            let milliseconds = max(0, left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000)
            if unsafe poll(&request, 1, Int32(clamping: milliseconds)) > 0 { return true }
        } while ContinuousClock.now < deadline
        return false
    }

    /// Lets the signal that was held back have its effect, which ends the process as its sender expects. Returns when
    /// there was none, and where it has no effect, as on the first process of a container.
    package func deliver() {
        var held = sigset_t()
        unsafe sigemptyset(&held)
        for number in numbers { unsafe sigaddset(&held, number) }
        unsafe pthread_sigmask(SIG_UNBLOCK, &held, nil)
    }
}
