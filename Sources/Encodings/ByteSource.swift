/// Bytes lent for reading: `[UInt8]`, or a buffer that wipes itself when it holds a secret.
public protocol ByteSource: Sendable {
    /// Lends the bytes for the length of `body`; they must not escape it.
    func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result
}

extension [UInt8]: ByteSource {
    public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(span)
    }
}
