import Glibc

/// Feeds a child and reads what it writes, all at once, so that neither side waits for the other.
final class PipeStreams {
    private var input: (pipe: Descriptor, remaining: ArraySlice<UInt8>)?
    private let outputs: [Descriptor]
    private(set) var collected: [[UInt8]]
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(input: (pipe: Descriptor, bytes: [UInt8])?, outputs: [Descriptor]) {
        self.input = input.map { ($0.pipe, $0.bytes[...]) }
        self.outputs = outputs
        collected = outputs.map { _ in [] }
        if let input { _ = fcntl(input.pipe.number, F_SETFL, O_NONBLOCK) }
    }

    /// False when the deadline passes before every pipe is closed.
    func transfer(until deadline: ContinuousClock.Instant) -> Bool {
        while input != nil || outputs.contains(where: { $0.number >= 0 }) {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return false }
            // `poll` passes over negative descriptors.
            var waiting = outputs.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
            waiting.append(pollfd(fd: input?.pipe.number ?? -1, events: Int16(POLLOUT), revents: 0))
            let milliseconds = Int32(clamping: left.components.seconds * 1000 + 1)
            guard unsafe poll(&waiting, nfds_t(waiting.count), milliseconds) > 0 else { continue }
            for index in outputs.indices where waiting[index].revents != 0 { read(index) }
            if waiting[outputs.count].revents != 0 { write() }
        }
        return true
    }

    private func read(_ index: Int) {
        let count = unsafe Glibc.read(outputs[index].number, &buffer, buffer.count)
        if count > 0 {
            collected[index] += buffer[..<count]
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            outputs[index].close()
        }
    }

    private func write() {
        guard let (pipe, remaining) = input else { return }
        let written = withoutBrokenPipeSignal {
            unsafe remaining.withUnsafeBytes { unsafe Glibc.write(pipe.number, $0.baseAddress, $0.count) }
        }
        let failed = written < 0 && errno != EINTR && errno != EAGAIN
        input = (pipe, remaining.dropFirst(max(0, written)))
        // A child may close its standard input, or end, before it has read everything.
        guard failed || input?.remaining.isEmpty == true else { return }
        pipe.close()
        input = nil
    }
}

/// SIGPIPE is held back on this thread alone and taken off it again; the handling in the process stays as it is.
func withoutBrokenPipeSignal(_ body: () -> Int) -> Int {
    var pipeSignal = sigset_t()
    var previous = sigset_t()
    unsafe sigemptyset(&pipeSignal)
    unsafe sigaddset(&pipeSignal, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &pipeSignal, &previous)
    let result = body()
    let error = errno
    if result < 0, error == EPIPE {
        var immediately = timespec()
        _ = unsafe sigtimedwait(&pipeSignal, nil, &immediately)
    }
    unsafe pthread_sigmask(SIG_SETMASK, &previous, nil)
    errno = error
    return result
}
