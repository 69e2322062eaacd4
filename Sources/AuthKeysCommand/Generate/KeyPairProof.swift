internal import AuthKeysJOSE
internal import Consumers
internal import CryptoOpenSSL
package import Encodings
internal import EnvironmentText
package import HostSystem

/// Reads back the very bytes that are about to be handed out, and uses them as their readers will.
package struct KeyPairProof {
    private let pair: KeyPair
    private let time: NumericDate

    package init(_ pair: KeyPair, at time: NumericDate) {
        self.pair = pair
        self.time = time
    }

    /// - Throws: `internal.proof-failed`.
    package func check(_ values: some ByteSource, _ format: GenerateOptions.Format) throws(AuthKeysError) {
        try proving { () throws(AuthKeysError) in
            try values.withBytes { text throws(AuthKeysError) in
                switch format {
                case .dotenv: for values in try read(dotenv: text) { try tryOut(values.privateKey, values.jwks) }
                case .json: try checkJSON(text)
                }
            }
        }
    }

    /// - Throws: `internal.proof-failed`.
    package func check(_ folder: KeyPairFolder) throws(AuthKeysError) {
        for file in folder.files { try check(file, folder.format) }
    }

    /// - Throws: `internal.proof-failed`.
    package func check(_ file: StagedFile, _ format: GenerateOptions.Format) throws(AuthKeysError) {
        guard file.name != KeyPairFolder.valuesName(pair.profile, format) else {
            return try check(AnyBytes(file.contents), format)
        }
        try proving { () throws(AuthKeysError) in
            try AnyBytes(file.contents).withBytes { text throws(AuthKeysError) in try checkFile(file.name, text) }
        }
    }

    private func checkFile(_ name: String, _ text: Span<UInt8>) throws(AuthKeysError) {
        switch name {
        case KeyPairFolder.privateKeyName: try requirePrivateKey(text, .strict, in: name)
        case KeyPairFolder.publicKeyName:
            try require(RSAPublicKey(pemRepresentation: String(copyingASCII: text)), in: name)
        case KeyPairFolder.jwksName: try requireSet(text, in: name)
        default: return
        }
    }

    private struct Values: Equatable {
        let privateKey: [UInt8]
        let jwks: [UInt8]
    }

    /// The same two lines as three readers see them: Node's dotenv, python-dotenv and a shell. What they agree on, byte
    /// for byte, is there once: to try it out again would tell nothing and take a millisecond.
    private func read(dotenv text: Span<UInt8>) throws(AuthKeysError) -> [Values] {
        var distinct: [Values] = []
        for file in [DotEnv.parse(text), try PythonDotEnv.parse(text), try ShellAssignments.parse(text)] {
            guard file.assignments.map(\.name) == [KeyPair.privateKeyName, KeyPair.jwksName], file.skippedLines.isEmpty
            else { throw mismatch("the file of variables") }
            let values = Values(privateKey: file.assignments[0].value, jwks: file.assignments[1].value)
            if !distinct.contains(values) { distinct.append(values) }
        }
        return distinct
    }

    private func checkJSON(_ text: Span<UInt8>) throws(AuthKeysError) {
        let json = try JSON.parse(text, limits: .keySet)
        guard let environment = json["environment"], let privateKey = environment[KeyPair.privateKeyName]?.string,
            let jwks = environment[KeyPair.jwksName]?.string, let pem = json["privateKey"]?.string,
            let publicPEM = json["publicKey"]?.string, let set = json["jwks"]
        else { throw mismatch("the JSON") }
        try tryOut(Array(privateKey.utf8), Array(jwks.utf8))
        try requirePrivateKey(pem.utf8.span, .strict, in: "privateKey")
        try require(RSAPublicKey(pemRepresentation: publicPEM), in: "publicKey")
        try requireSet(set.compactJSON.utf8.span, in: "jwks")
    }

    /// As the consumer does, and once more as the readers of the RFCs.
    private func tryOut(_ privateKey: [UInt8], _ jwks: [UInt8]) throws(AuthKeysError) {
        try require(
            pair.profile.tryOut(privateKeyText: privateKey.span, jwks: jwks.span, at: time), in: KeyPair.privateKeyName)
        try requirePrivateKey(privateKey.span, .lax, in: KeyPair.privateKeyName)
        try requireSet(jwks.span, in: KeyPair.jwksName)
    }

    /// Every text of the private key holds the same DER, all its numbers: libcrypto signs correctly with a key whose primes
    /// are wrong, and with one whose d is. A token was signed with it when the values were tried out, so to read the key
    /// out of it once more would tell nothing new.
    private func requirePrivateKey(
        _ text: Span<UInt8>, _ grammar: PEM.Grammar, in place: String
    ) throws(AuthKeysError) {
        let block = try PEM.parse(text, grammar: grammar)
        guard block.label == RSAPrivateKey.label, block.contents.isEqual(to: pair.privateKeyDER) else {
            throw mismatch(place)
        }
    }

    private func requireSet(_ text: Span<UInt8>, in place: String) throws(AuthKeysError) {
        let set = try JWKSet(parsing: text)
        guard set.keys == pair.published else { throw mismatch(place) }
    }

    private func require(_ key: RSAPublicKey, in place: String) throws(AuthKeysError) {
        guard key == pair.key.publicKey else { throw mismatch(place) }
    }

    private func mismatch(_ place: String) -> AuthKeysError {
        AuthKeysError(InternalCode.proofFailed, "\(place) does not hold the key that was made")
    }

    private func proving(_ body: () throws(AuthKeysError) -> Void) throws(AuthKeysError) {
        do throws(AuthKeysError) {
            try body()
        } catch {
            throw AuthKeysError(
                InternalCode.proofFailed, "the new keys did not pass their own check: \(error.message)",
                hint: "nothing was written; please report this with the output of 'authkeys --version'",
                underlying: [error.description] + error.underlying)
        }
    }
}

/// Opens an existential for calls that are generic over their source.
private struct AnyBytes: ByteSource {
    private let source: any ByteSource

    init(_ source: any ByteSource) {
        self.source = source
    }

    func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try source.withBytes(body)
    }
}
