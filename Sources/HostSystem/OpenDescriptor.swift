internal import CAuthKeysLinux
internal import Glibc

/// A file descriptor that is closed once, and by nobody else. A child process does not inherit it.
final class OpenDescriptor {
    /// Negative once it is closed.
    private(set) var number: Int32

    init(takingOwnershipOf number: Int32) {
        self.number = number
    }

    deinit {
        close()
    }

    var isOpen: Bool { number >= 0 }

    func close() {
        guard isOpen else { return }
        SystemCalls().close(number)
        number = -1
    }

    /// Both ends of a new pipe. Their numbers are 10 or more, so that a child can be given the small ones in any order.
    static func pipe() throws(SystemError) -> (reading: OpenDescriptor, writing: OpenDescriptor) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemError(errno) }
        let low = (OpenDescriptor(takingOwnershipOf: ends[0]), OpenDescriptor(takingOwnershipOf: ends[1]))
        return (try low.0.raised(), try low.1.raised())
    }

    /// Makes reads and writes come back at once.
    func stopWaiting() {
        _ = fcntl(number, F_SETFL, O_NONBLOCK)
    }

    private func raised() throws(SystemError) -> OpenDescriptor {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 10)
        guard copy >= 0 else { throw SystemError(errno) }
        return OpenDescriptor(takingOwnershipOf: copy)
    }
}
