import CryptoOpenSSL

extension SecretBytes {
    /// A copy that nobody wipes: fuzzed keys are nobody's.
    var copy: [UInt8] {
        withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }
}
