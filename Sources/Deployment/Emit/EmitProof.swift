internal import AuthKeysJOSE
internal import CryptoOpenSSL

/// Compares what was read back from an emitted file with the key that went in.
struct EmitProof {
    private let key: EmittedKey

    init(_ key: EmittedKey) {
        self.key = key
    }

    /// - Throws: `internal.proof-failed`.
    func require(privateKey text: Span<UInt8>, in file: String) throws(AuthKeysError) {
        try Self.proving(file) { () throws(AuthKeysError) in
            let read = try RSAPrivateKey(pemRepresentation: text, grammar: .lax).pkcs8DERRepresentation()
            guard try read.isEqual(to: key.key.pkcs8DERRepresentation()) else { throw Self.mismatch(file) }
        }
    }

    /// - Throws: `internal.proof-failed`.
    func require(jwks text: Span<UInt8>, in file: String) throws(AuthKeysError) {
        try Self.proving(file) { () throws(AuthKeysError) in
            guard try JWKSet(parsing: text) == key.jwks else { throw Self.mismatch(file) }
        }
    }

    static func require(_ isTrue: Bool, in file: String) throws(AuthKeysError) {
        guard isTrue else { throw mismatch(file) }
    }

    static func proving<Result>(
        _ file: String, _ body: () throws(AuthKeysError) -> Result
    ) throws(AuthKeysError) -> Result {
        do throws(AuthKeysError) {
            return try body()
        } catch {
            guard error.code != InternalCode.proofFailed.code else { throw error }
            throw AuthKeysError(
                InternalCode.proofFailed, "\(file), read back, is not what was meant: \(error.message)",
                hint: reportIt, underlying: [error.description] + error.underlying)
        }
    }

    private static func mismatch(_ file: String) -> AuthKeysError {
        AuthKeysError(
            InternalCode.proofFailed, "\(file), read back, does not say what went in", hint: reportIt)
    }

    private static let reportIt = "nothing was written; please report this with the output of 'authkeys --version'"
}
