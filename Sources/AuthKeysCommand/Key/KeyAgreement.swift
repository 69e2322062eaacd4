internal import CryptoOpenSSL
internal import Encodings
internal import KeyFormats
internal import KeyStrength

/// Refuses a private key whose numbers do not belong together.
enum KeyAgreement {
    /// - Parameter text: a key whose text is well formed; what is no private key, or encrypted, passes.
    static func require(_ text: SecretBytes, in source: InputSource) throws(AuthKeysError) {
        let read = text.withBytes { bytes in try? KeyReader(grammar: .lax, acceptsDeviations: true).read(bytes) }
        guard case .privateKey(let key)? = read?.material else { return }
        try require(key, in: source)
    }

    static func require(_ key: RSAPrivateKey, in source: InputSource) throws(AuthKeysError) {
        let disagreements = try RSAKeyStrength.disagreements(of: key.numbers()).filter { $0.severity == .error }
        guard let first = disagreements.first else { return }
        throw AuthKeysError(
            KeyCode.disagreement,
            "the numbers of the private key in \(source.displayName) do not agree: \(first.message)",
            hint: first.remedy, underlying: disagreements.map { "\($0.message) [\($0.code.rawValue)]" })
    }
}
