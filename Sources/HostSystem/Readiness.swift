import Glibc

/// Waiting for descriptors that somebody set to not wait, such as a terminal shared with another program.
enum Readiness {
    static let toRead = Int16(POLLIN)
    static let toWrite = Int16(POLLOUT)

    /// Returns when a read or write would get on, or fail; the caller tries again either way.
    static func wait(for descriptor: Int32, _ events: Int16) {
        var request = pollfd(fd: descriptor, events: events, revents: 0)
        _ = unsafe poll(&request, 1, -1)
    }
}
