public import Encodings

/// A secret that stands in a text: what it is and where, and nothing of it.
public struct LeakedSecret: Sendable, Hashable {
    public let code: AuthKeysError.Code
    /// Counted from 1.
    public let line: Int
    /// In characters, counted from 1.
    public let column: Int

    init(_ code: LeakCode, line: Int, column: Int) {
        self.code = code.code
        self.line = line
        self.column = column
    }
}
