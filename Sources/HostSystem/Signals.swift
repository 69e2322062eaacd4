internal import CAuthKeysLinux  // which of the two modules has sigset_t depends on how Glibc is linked
package import Encodings
import Glibc

/// How the process meets signals.
package enum Signals {
    /// Lets a full file-size limit and a closed pipe arrive as errors (EFBIG, EPIPE) that can be told, instead of
    /// ending the process without a word. Called once, by the executable, before anything is written.
    ///
    /// Child processes inherit it: whoever starts one sets both back to their default. The end of a child is told to
    /// this process even if it was started by one that did not want to know (SIGCHLD ignored).
    package static func reportAsErrors() {
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGCHLD, SIG_DFL)
    }

    /// Runs `body` with INT, TERM and HUP held back; one that arrives meanwhile is delivered afterwards.
    ///
    /// They are held back on the calling thread. The threads of libdispatch and Swift concurrency hold every such
    /// signal back for good, so called on the main thread this holds for the process.
    package static func heldBack<Result>(
        _ body: () throws(AuthKeysError) -> Result
    ) throws(AuthKeysError) -> Result {
        var held = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&held)
        for number in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&held, number) }
        unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        return try body()
    }
}
