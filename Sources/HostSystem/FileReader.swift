package import Encodings
import Glibc

/// Reads whole inputs, up to a limit.
///
/// Those that return an array leave it as it is, for what is public. A secret is read into a sink that wipes its memory,
/// through a buffer that is wiped.
package enum FileReader {
    /// - Parameter limit: the most bytes that are accepted.
    /// - Throws: `file.missing`, `file.not-readable`, `file.not-a-file` (a folder), `file.too-large`,
    ///   `file.invalid-path`, `file.failed`.
    package static func read(_ path: String, limit: Int) throws(AuthKeysError) -> [UInt8] {
        try checkPath(path)
        let bytes: [UInt8]?
        do throws(SystemError) {
            let descriptor = try SystemCalls().open(path, in: AT_FDCWD, O_RDONLY)
            defer { SystemCalls().close(descriptor) }
            bytes = try all(of: descriptor, limit: limit)
        } catch {
            throw error.error(while: .read, path)
        }
        guard let bytes else { throw tooLarge("'\(path)'", limit) }
        return bytes
    }

    /// The same for a file that can hold a secret. What was read before an error stays in `sink`.
    package static func read(
        _ path: String, limit: Int, into sink: inout (some ByteSink & ~Copyable)
    ) throws(AuthKeysError) {
        try checkPath(path)
        try read(path, in: AT_FDCWD, 0, asPath: path, limit: limit, into: &sink)
    }

    /// - Parameter path: what messages call it.
    static func read(
        _ name: String, in folder: Int32, _ flags: Int32, asPath path: String, limit: Int,
        into sink: inout (some ByteSink & ~Copyable)
    ) throws(AuthKeysError) {
        let isWhole: Bool
        do throws(SystemError) {
            let descriptor = try SystemCalls().open(name, in: folder, O_RDONLY | flags)
            defer { SystemCalls().close(descriptor) }
            isWhole = try pour(descriptor, limit: limit, into: &sink)
        } catch {
            throw error.error(while: .read, path)
        }
        guard isWhole else { throw tooLarge("'\(path)'", limit) }
    }

    /// Reads standard input to its end.
    ///
    /// - Throws: `file.too-large`, `file.not-a-file` (a folder), `file.failed`.
    package static func readStandardInput(limit: Int) throws(AuthKeysError) -> [UInt8] {
        try readStream(StandardStream.input.rawValue, limit: limit)
    }

    /// The same for a descriptor that stands in for standard input.
    package static func readStream(_ descriptor: Int32, limit: Int) throws(AuthKeysError) -> [UInt8] {
        let bytes: [UInt8]?
        do throws(SystemError) { bytes = try all(of: descriptor, limit: limit) } catch { throw unreadableInput(error) }
        guard let bytes else { throw tooLarge("standard input", limit) }
        return bytes
    }

    /// The same for standard input that can hold a secret. What was read before an error stays in `sink`.
    package static func readStream(
        _ descriptor: Int32, limit: Int, into sink: inout (some ByteSink & ~Copyable)
    ) throws(AuthKeysError) {
        let isWhole: Bool
        do throws(SystemError) { isWhole = try pour(descriptor, limit: limit, into: &sink) } catch {
            throw unreadableInput(error)
        }
        guard isWhole else { throw tooLarge("standard input", limit) }
    }

    static func checkPath(_ path: String) throws(AuthKeysError) {
        guard !path.isEmpty, !FilePath.holdsNUL(path) else {
            throw AuthKeysError(
                FileCode.invalidPath, "the path to read is \(path.isEmpty ? "empty" : "one that holds a NUL byte")",
                hint: "name a file, or - for standard input")
        }
    }

    static func unreadableInput(_ error: SystemError) -> AuthKeysError {
        AuthKeysError(
            error.code(while: .read),
            "cannot read standard input: \(error.number == EBADF ? "it is closed" : error.text)",
            hint: "give it something to read: < FILE")
    }

    private static func tooLarge(_ what: String, _ limit: Int) -> AuthKeysError {
        AuthKeysError(
            FileCode.tooLarge, "\(what) holds more than \(limit) bytes, the most that is read here",
            hint: "check that it is the file that was meant")
    }

    /// nil when there is more than `limit`.
    private static func all(of descriptor: Int32, limit: Int) throws(SystemError) -> [UInt8]? {
        let limit = max(0, limit)
        // A file says how large it is: one byte more shows its end without growing the buffer.
        var bytes = [UInt8](repeating: 0, count: min(limit, sizeHint(descriptor)) + 1)
        var count = 0
        while true {
            let read = try fill(&bytes, from: count, descriptor)
            if read == 0 { break }
            count += read
            guard count <= limit else { return nil }
            if count == bytes.count {
                let more = min(limit - count, max(count, 4_096)) + 1
                bytes.append(contentsOf: repeatElement(0, count: more))
            }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// False when there is more than `limit`.
    private static func pour(
        _ descriptor: Int32, limit: Int, into sink: inout (some ByteSink & ~Copyable)
    ) throws(SystemError) -> Bool {
        var buffer = WipedBuffer(size: 16_384)
        var count = 0
        while true {
            let read = try buffer.fill(from: descriptor)
            if read == 0 { return true }
            count += read
            guard count <= max(0, limit) else { return false }
            buffer.withBytes(read) { sink.append($0) }
        }
    }

    private static func sizeHint(_ descriptor: Int32) -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 65_536 }
        return max(0, Int(status.st_size))
    }

    /// One read; 0 at the end. Waits where the descriptor does not.
    private static func fill(
        _ bytes: inout [UInt8], from start: Int, _ descriptor: Int32
    ) throws(SystemError) -> Int {
        while true {
            let result = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if result >= 0 { return result }
            let number = errno
            if number == EAGAIN { Readiness.wait(for: descriptor, Readiness.toRead) }
            guard number == EINTR || number == EAGAIN else { throw SystemError(number) }
        }
    }
}
