internal import AuthKeysJOSE

/// Reads a private key out of the text of an environment variable.
protocol KeyTextReader: Sendable {
    /// Whether the consumer reads the text and signs with it.
    func judge(_ text: Span<UInt8>) throws(Refusal)

    /// The key, of which this library also wants that its numbers agree.
    func key(_ text: Span<UInt8>) throws(Refusal) -> RSAPrivateKey
}
