internal import CAuthKeysLinux
internal import Glibc

/// Reads one line from a terminal that does not show it.
enum HiddenLine {
    enum Outcome {
        /// How many bytes of the buffer it has, without the line feed.
        case line(count: Int)
        /// The input ended before a line feed came.
        case end
        case tooLong
    }

    private static let endingSignals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

    /// - Parameter line: one byte larger than the longest line that is accepted.
    static func read(
        from terminal: Int32, _ question: String, into line: inout WipedBuffer
    ) throws(SystemError) -> Outcome {
        while true {
            if let outcome = try ask(terminal, question, into: &line) { return outcome }
        }
    }

    /// nil when a signal came between: it has been delivered, and the process goes on.
    private static func ask(
        _ terminal: Int32, _ question: String, into line: inout WipedBuffer
    ) throws(SystemError) -> Outcome? {
        // Held back, a signal waits until the terminal is as it was; that it waits can be seen at this descriptor.
        var held = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&held)
        for number in endingSignals { unsafe sigaddset(&held, number) }
        unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        // One that the caller holds back too would be waiting still when this asks again.
        for number in endingSignals where unsafe sigismember(&before, number) == 1 { unsafe sigdelset(&held, number) }
        let arrival = OpenDescriptor(takingOwnershipOf: unsafe signalfd(-1, &held, authkeys_SFD_CLOEXEC))
        guard arrival.isOpen else { throw SystemError(errno) }

        var shown = termios()
        guard unsafe tcgetattr(terminal, &shown) == 0 else { throw SystemError(errno) }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK | ECHONL)
        hidden.c_lflag |= tcflag_t(ICANON | ISIG)
        // What was typed ahead was shown, so it is dropped.
        guard unsafe tcsetattr(terminal, TCSAFLUSH, &hidden) == 0 else { throw SystemError(errno) }
        defer {
            unsafe _ = tcsetattr(terminal, TCSADRAIN, &shown)
            // The line feed that was typed was not shown either.
            try? StandardStream.write([UInt8(ascii: "\n")].span, to: terminal)
        }
        try StandardStream.write(question.utf8.span, to: terminal)
        return try line.readLine(from: terminal) {
            var requests = [
                pollfd(fd: arrival.number, events: Int16(POLLIN), revents: 0),
                pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
            ]
            _ = unsafe poll(&requests, 2, -1)
            return requests[0].revents == 0
        }
    }
}

extension WipedBuffer {
    /// - Parameter isReady: waits for input; false when something else came first.
    /// - Returns: nil when something else came first.
    fileprivate mutating func readLine(
        from terminal: Int32, isReady: () -> Bool
    ) throws(SystemError) -> HiddenLine.Outcome? {
        var count = 0
        var isTooLong = false
        while isReady() {
            let read = try fill(after: isTooLong ? 0 : count, from: terminal)
            guard read > 0 else { return .end }
            let end = (isTooLong ? 0 : count) + read
            let isWhole = withBytes(end) { $0[end - 1] == UInt8(ascii: "\n") }
            if isWhole { return isTooLong ? .tooLong : .line(count: end - 1) }
            // The rest of a line that is too long is read too, or it would be the answer to the next question.
            if isTooLong || end == size { isTooLong = true } else { count = end }
        }
        return nil
    }
}
