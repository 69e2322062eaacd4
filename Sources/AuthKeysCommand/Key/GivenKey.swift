internal import AuthKeysJOSE
internal import CryptoOpenSSL
internal import Encodings
internal import HostSystem
internal import KeyFormats
internal import KeyRotation

/// A key as it was given: PEM or DER of any form, encrypted or not, or a JWK.
struct GivenKey: Sendable {
    let material: KeyMaterial
    /// What it was, such as `PKCS#1 (PEM)`.
    let form: String
    /// The kid of a JWK.
    let keyID: KeyID?
    /// The alg of a private JWK.
    var algorithm: JWSAlgorithm?
    /// A public JWK, with its use and alg.
    var publicJWK: JWK?
}

/// Reads keys for a command.
struct KeyInputs: Sendable {
    let inputs: InputReader
    let passphrases: PassphraseReader
    let passphraseSource: InputSource?

    init(_ context: CommandContext, passphraseSource: InputSource? = nil) {
        inputs = context.inputs
        passphrases = context.passphrases
        self.passphraseSource = passphraseSource
    }

    func text(_ source: InputSource) throws(AuthKeysError) -> SecretBytes {
        try inputs.read(source, limit: KeyText.maximumByteCount)
    }

    /// One key.
    /// - Throws: what is wrong with it; for text that can be repaired, with the command that does.
    func key(_ source: InputSource) throws(AuthKeysError) -> GivenKey {
        try key(in: text(source), of: source)
    }

    func key(in text: SecretBytes, of source: InputSource) throws(AuthKeysError) -> GivenKey {
        do throws(AuthKeysError) { return try read(text, of: source) } catch { throw Self.naming(source, error) }
    }

    static func naming(_ source: InputSource, _ error: AuthKeysError) -> AuthKeysError {
        // What is wrong with the place of a passphrase names that place.
        ["env", "file"].contains(error.family) ? error : error.about(source.displayName)
    }

    /// The same, with errors that do not name the source.
    func read(_ text: SecretBytes, of source: InputSource) throws(AuthKeysError) -> GivenKey {
        try text.withBytes { bytes throws(AuthKeysError) in
            if Self.isJSON(bytes) { return try jwk(bytes) }
            do throws(AuthKeysError) {
                let reader = KeyReader(grammar: .lax, acceptsDeviations: true)
                let read = try reader.read(bytes) { _ throws(AuthKeysError) in
                    try passphrases.passphrase(of: source.displayName, from: passphraseSource)
                }
                return GivenKey(material: read.material, form: Self.name(read), keyID: nil)
            } catch {
                guard ["base64", "der", "key", "pem"].contains(error.family) else { throw error }
                let repair: KeyText.Repair
                do throws(AuthKeysError) { repair = try KeyText(reading: bytes).repaired() } catch let refusal {
                    // It looks at the text as a whole, where the reader stops at the first thing it did not expect.
                    throw error.family == "key" || refusal.hint == nil ? error : refusal
                }
                guard !repair.repairs.isEmpty else { throw error }
                try Self.refuseForeign(repair.text)
                throw AuthKeysError(
                    KeyTextCode.damaged, "\(source.displayName) is a key whose text is damaged: \(error.message)",
                    hint: "authkeys pem unwrap \(source.argument) --out FILE repairs it", at: error.location)
            }
        }
    }

    /// The keys of a JWKS, or one key. Errors do not name the source.
    func keys(in text: SecretBytes, of source: InputSource) throws(AuthKeysError) -> [GivenKey] {
        let set: [GivenKey]? = try text.withBytes { bytes throws(AuthKeysError) in
            guard Self.isJSON(bytes) else { return nil }
            let json = try JSON.parse(bytes, limits: .keySet)
            guard json["keys"] != nil else { return nil }
            return try JWKSet(parsing: bytes).keys.map { key in
                GivenKey(material: .publicKey(key.key), form: "a JWK of a set", keyID: key.keyID)
            }
        }
        if let set { return set }
        if case .url = source {
            throw AuthKeysError(
                JOSECode.malformedSet, "no JWK set, and only a set is read from a URL",
                hint: "check the URL; a key is read from a file, env:NAME, or standard input")
        }
        return [try read(text, of: source)]
    }

    /// Whether an error says what is wrong with what was given, and not that a file or a passphrase was missing.
    static func isVerdict(_ error: AuthKeysError) -> Bool {
        ["base64", "der", "json", "jwk", "jwks", "key", "keytext", "pem", "pkcs8"].contains(error.family)
    }

    private func jwk(_ bytes: Span<UInt8>) throws(AuthKeysError) -> GivenKey {
        let json = try JSON.parse(bytes, limits: .keySet)
        guard json["schema"]?.string?.utf8.starts(with: Keyring.schemaFamily.utf8) != true else {
            throw AuthKeysError(
                JOSECode.jwkMember, "a keyring where one key is expected",
                hint: "give it with --keyring to a command that takes one: jwt sign, emit, doctor")
        }
        guard json["keys"] == nil else {
            throw AuthKeysError(
                JOSECode.jwkMember, "a JWK set where one key is expected",
                hint: "take the key that is meant out of its array 'keys'")
        }
        guard json["d"] != nil else {
            let jwk = try JWK(json)
            return GivenKey(material: .publicKey(jwk.key), form: "a public JWK", keyID: jwk.keyID, publicJWK: jwk)
        }
        let jwk = try PrivateJWK(parsing: bytes)
        return GivenKey(
            material: .privateKey(jwk.key), form: "a private JWK", keyID: jwk.keyID, algorithm: jwk.algorithm)
    }

    /// Mending would not make an RSA key of a key of another kind.
    private static func refuseForeign(_ text: SecretBytes) throws(AuthKeysError) {
        do throws(AuthKeysError) {
            _ = try text.withBytes { bytes throws(AuthKeysError) in
                try KeyReader(grammar: .lax, acceptsDeviations: true).read(bytes)
            }
        } catch { if error.family == "key" { throw error } }
    }

    static func isJSON(_ bytes: Span<UInt8>) -> Bool {
        let start = bytes.indices.first { ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[$0]) }
        return start.map { bytes[$0] == UInt8(ascii: "{") } ?? false
    }

    private static func name(_ read: ReadKey) -> String {
        let form =
            switch read.form {
            case .pkcs8: "PKCS#8"
            case .pkcs1: "PKCS#1"
            case .spki: "SubjectPublicKeyInfo"
            case .pkcs1Public: "PKCS#1 public"
            }
        let encoding = read.encoding == .pem ? "PEM" : "DER"
        return "\(form) (\(encoding)\(read.isEncrypted ? ", encrypted" : ""))"
    }
}
