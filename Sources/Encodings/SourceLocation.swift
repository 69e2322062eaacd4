/// A place in a text that was read.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
    /// Counted from 0, in bytes.
    public var byteOffset: Int
    /// Counted from 1, where lines mean something.
    public var line: Int?

    public init(byteOffset: Int, line: Int? = nil) {
        self.byteOffset = byteOffset
        self.line = line
    }

    public var description: String {
        if let line { "line \(line), byte \(byteOffset)" } else { "byte \(byteOffset)" }
    }
}
