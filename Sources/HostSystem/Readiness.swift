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

    /// Whether a write to one of them would wait.
    static func isBlocked(_ descriptors: Int32...) -> Bool {
        var requests = descriptors.map { pollfd(fd: $0, events: toWrite, revents: 0) }
        let ready = unsafe poll(&requests, nfds_t(requests.count), 0)
        return ready >= 0 && ready < requests.count
    }

    /// Waits until there is something to read, or its end; `false` when there is something to read from one of the
    /// others, of which a negative one never has anything.
    static func waitToRead(_ descriptor: Int32, unless others: Int32...) -> Bool {
        var requests = (others + [descriptor]).map { pollfd(fd: $0, events: toRead, revents: 0) }
        while unsafe poll(&requests, nfds_t(requests.count), -1) < 0, errno == EINTR {}
        return requests.dropLast().allSatisfy { $0.revents == 0 }
    }
}
