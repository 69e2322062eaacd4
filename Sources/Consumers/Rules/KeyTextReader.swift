internal import AuthKeysJOSE

/// Reads a private key out of the text of an environment variable.
protocol KeyTextReader: Sendable {
    func key(_ text: Span<UInt8>) throws(Refusal) -> RSAPrivateKey
}
