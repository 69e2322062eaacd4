/// Where an encoder writes: `[UInt8]`, or a buffer that wipes itself when it holds a secret.
public protocol ByteSink: ~Copyable {
    mutating func append(_ byte: UInt8)
    mutating func append(_ bytes: Span<UInt8>)
}

extension [UInt8]: ByteSink {
    public mutating func append(_ bytes: Span<UInt8>) {
        // No reserveCapacity: it would take exactly that much, and move everything again at the next piece.
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    // Not generic, as the ones below: a generic function of another module is not specialised, and a line of JSON is
    // written for every token of a stream.
    package mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { unsafe append(contentsOf: $0) }
    }

    package mutating func append(_ text: String) {
        append(text.utf8.span)
    }
}

extension ByteSink where Self: ~Copyable {
    package mutating func append(_ text: StaticString) {
        append(text.description)
    }

    /// For text that is not secret: a `String` is never wiped.
    package mutating func append(_ text: String) {
        append(text.utf8.span)
    }
}
