package import Encodings
import Glibc

/// The three descriptors that every process starts with.
package enum StandardStream: Int32, Sendable {
    case input = 0
    case output = 1
    case error = 2

    var name: String {
        switch self {
        case .input: "standard input"
        case .output: "standard output"
        case .error: "standard error"
        }
    }

    /// Writes everything, however often the system takes only a part.
    ///
    /// - Throws: `file.closed` when the reader has gone, `file.no-space`, `file.failed`.
    package func write(_ bytes: Span<UInt8>) throws(AuthKeysError) {
        do throws(SystemError) { try Self.write(bytes, to: rawValue) } catch {
            throw AuthKeysError(
                error.code(while: .write),
                "cannot write to \(name): \(error.number == EBADF ? "it is closed" : error.text)",
                hint: "see what it is connected to: a full disk, a closed pipe, or nothing (>&-)")
        }
    }

    /// The same for any descriptor.
    package static func write(_ bytes: Span<UInt8>, to descriptor: Int32) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let rest = bytes.extracting(written...)
            let result = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            let number = errno
            if result >= 0 {
                written += result
            } else if number == EAGAIN {
                Readiness.wait(for: descriptor, Readiness.toWrite)
            } else if number != EINTR {
                throw SystemError(number)
            }
        }
    }

    package var isTerminal: Bool {
        isatty(rawValue) == 1
    }

    /// In characters; 80 where it is no terminal or the terminal does not say.
    package var terminalWidth: Int {
        Self.terminalWidth(of: rawValue)
    }

    package static func terminalWidth(of descriptor: Int32) -> Int {
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Takes the numbers of standard streams that were closed at the start, so that no key file is opened under the
    /// number of standard output and printed into. Using such a stream is still an error. Called once, by the
    /// executable, before anything is opened.
    package static func reserveDescriptors() {
        for stream in [Self.input, .output, .error] where fcntl(stream.rawValue, F_GETFD) == -1 {
            // open(2) gives the lowest free number. Opened the wrong way round, reads and writes are still refused.
            _ = unsafe open("/dev/null", stream == .input ? O_WRONLY : O_RDONLY)
        }
    }
}
