/// How a key that was read is encrypted: for the prompt that asks for its passphrase, and for inspecting it.
public struct KeyEncryptionScheme: Sendable, Hashable, CustomStringConvertible {
    let derivation: KeyDerivation
    private let name: String
    private let cipher: String?

    init(_ name: String, _ derivation: KeyDerivation, cipher: String? = nil) {
        self.name = name
        self.derivation = derivation
        self.cipher = cipher
    }

    /// `PBES2 with AES-256-CBC and PBKDF2 of HMAC-SHA256, 600000 iterations`
    public var description: String {
        var text = name
        if let cipher { text += " with \(cipher)" }
        switch derivation {
        case .pbkdf2(let function, let iterations): text += " and PBKDF2 of \(function), \(iterations) iterations"
        case .scrypt(let cost, let blockSize, let parallelization):
            text += " and scrypt, N = \(cost), r = \(blockSize), p = \(parallelization)"
        case .iterated(let iterations): text += ", \(iterations) iterations"
        case .single: text += " and one round of MD5, which is weak"
        }
        return text
    }
}
