internal import CryptoOpenSSL
internal import Encodings
internal import HostSystem

extension InputReader {
    /// The longest value of an environment variable that is read whole.
    private static let longestVariable = 1024 * 1024

    /// Reads a log, which may be longer than memory, piece by piece.
    /// - Throws: as ``read(_:limit:)``; only a variable can be too large.
    func readChunks(_ source: InputSource, _ body: (Span<UInt8>) -> Void) throws(AuthKeysError) {
        switch source {
        case .file(let path): try FileReader.readChunks(path, body)
        case .standardInput: try FileReader.readChunks(of: takeStandardInput(), body)
        case .environment, .url: try read(source, limit: Self.longestVariable).withBytes { body($0) }
        }
    }
}
