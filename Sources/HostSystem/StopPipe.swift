internal import CAuthKeysLinux
internal import Glibc

/// Lets one thread end what others wait for.
final class StopPipe: Sendable {
    /// Ready to be read from once it is to stop; nobody reads.
    let descriptor: Int32
    private let writing: Int32

    /// `nil` when the system has no descriptors left for it.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe2(&ends, O_CLOEXEC | O_NONBLOCK) == 0 else { return nil }
        descriptor = ends[0]
        writing = ends[1]
    }

    deinit {
        SystemCalls().close(descriptor)
        SystemCalls().close(writing)
    }

    /// Whether it is to stop, or is within this time.
    func isStopped(within milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, milliseconds) > 0
    }

    func stop() {
        var byte: UInt8 = 0
        _ = unsafe write(writing, &byte, 1)
    }
}
