internal import AuthKeysJOSE
internal import CryptoOpenSSL
internal import Encodings
internal import HostSystem
internal import KeyRotation

/// The set of a keyring as a file, for whoever publishes it: `--jwks-out FILE`.
struct PublishedSetFile: Sendable {
    let path: String

    static func text(_ keyring: Keyring) throws(AuthKeysError) -> [UInt8] {
        Array((try keyring.publishedSet().json.compactJSON + "\n").utf8)
    }

    /// Whether it says what the keyring says.
    func isCurrent(_ keyring: Keyring) throws(AuthKeysError) -> Bool {
        let text = try Self.text(keyring)
        return (try? FileReader.read(path, limit: JSONLimits.keySet.bytes)) == text
    }

    /// Finds out, before anything is changed, whether it can be written, and that nothing but a set is lost by that.
    ///
    /// - Throws: `file.exists` for the keyring, its lock and whatever is no JWK set; what ``FileWriter/check()`` throws.
    func check(beside keyring: KeyringFile) throws(AuthKeysError) {
        let place = FilePlace(of: path)
        for (own, what) in [(keyring.path, "the keyring"), ("\(keyring.path).lock", "the lock of the keyring")]
        where path.utf8.elementsEqual(own.utf8) || place != nil && place == FilePlace(of: own) {
            throw AuthKeysError(
                FileCode.exists, "'\(path)' is \(what), and the set is to be written there",
                hint: "nothing was changed; name another file: --jwks-out jwks.json")
        }
        try writer.check()
        guard FileFacts(of: path) != nil else { return }
        try requireSet()
    }

    /// - Throws: `file.exists` for a file that is no JWK set; the file of a private key, perhaps.
    private func requireSet() throws(AuthKeysError) {
        var builder = SecretBuilder()
        do throws(AuthKeysError) {
            try FileReader.read(path, limit: JSONLimits.keySet.bytes, into: &builder)
        } catch {
            guard error.code == FileCode.tooLarge.code else { throw error }
            throw Self.other(path)
        }
        do throws(AuthKeysError) {
            _ = try builder.finish().withBytes { bytes throws(AuthKeysError) in
                try JWKSet(parsing: bytes, unusableKeys: .skip)
            }
        } catch { throw Self.other(path) }
    }

    private static func other(_ path: String) -> AuthKeysError {
        AuthKeysError(
            FileCode.exists, "'\(path)' is there already and is no JWK set: it would be lost",
            hint: "nothing was changed; name another file, or move that one away")
    }

    /// Writes it, unless it is as it should be.
    func write(
        _ keyring: Keyring, beside file: KeyringFile, _ context: CommandContext, isQuiet: Bool
    ) throws(AuthKeysError) {
        guard try !isCurrent(keyring) else { return }
        try check(beside: file)
        if let change = try writer.write(Self.text(keyring)), !isQuiet {
            context.console.warn("'\(path)' \(change.description)")
        }
    }

    private var writer: FileWriter {
        FileWriter(
            destination: path, isSecret: false, replacing: true,
            wording: OptionWording(destinationOption: "--jwks-out", replaceOption: nil, suggestedName: "jwks.json"))
    }
}
