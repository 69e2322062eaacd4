package import Encodings
internal import Glibc

extension FileReader {
    private static let chunkSize = 64 * 1024

    /// Hands on a file of any length piece by piece, through one buffer that is wiped.
    /// - Throws: as ``read(_:limit:)``, but for `file.too-large`.
    package static func readChunks(_ path: String, _ body: (Span<UInt8>) -> Void) throws(AuthKeysError) {
        try checkPath(path)
        do throws(SystemError) {
            let descriptor = try SystemCalls().open(path, in: AT_FDCWD, O_RDONLY)
            defer { SystemCalls().close(descriptor) }
            try pour(descriptor, body)
        } catch {
            throw error.error(while: .read, path)
        }
    }

    /// The same for a descriptor that stands in for standard input.
    package static func readChunks(of descriptor: Int32, _ body: (Span<UInt8>) -> Void) throws(AuthKeysError) {
        do throws(SystemError) { try pour(descriptor, body) } catch { throw unreadableInput(error) }
    }

    private static func pour(_ descriptor: Int32, _ body: (Span<UInt8>) -> Void) throws(SystemError) {
        var buffer = WipedBuffer(size: chunkSize)
        while true {
            let count = try buffer.fill(from: descriptor)
            if count == 0 { return }
            buffer.withBytes(count) { body($0) }
        }
    }
}
