package import Encodings
package import HostSystem

/// Where the tool writes: a descriptor of the process, or a buffer in a test.
package protocol ByteStream: Sendable {
    func write(_ bytes: Span<UInt8>) throws(AuthKeysError)
    var isTerminal: Bool { get }
    /// In columns.
    var terminalWidth: Int { get }
}

extension StandardStream: ByteStream {}
