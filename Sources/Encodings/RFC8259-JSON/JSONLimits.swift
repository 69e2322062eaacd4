/// How much JSON is read before it is refused.
public struct JSONLimits: Sendable, Hashable {
    /// The longest text, in bytes.
    public var bytes: Int
    /// How many objects and arrays may stand inside each other.
    public var depth: Int

    public init(bytes: Int, depth: Int) {
        self.bytes = bytes
        self.depth = depth
    }

    /// A part of a token: 16 KiB, 32 deep, which is deeper than claims are made and far below what a stack bears.
    public static let token = Self(bytes: 16 * 1024, depth: 32)
    /// A set of keys: 256 KiB, 16 deep.
    public static let keySet = Self(bytes: 256 * 1024, depth: 16)
}
