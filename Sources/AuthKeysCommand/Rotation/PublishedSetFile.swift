internal import AuthKeysJOSE
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

    /// Writes it, unless it is as it should be.
    func write(_ keyring: Keyring, _ context: CommandContext, isQuiet: Bool) throws(AuthKeysError) {
        guard try !isCurrent(keyring) else { return }
        let writer = FileWriter(
            destination: path, isSecret: false, replacing: true,
            wording: OptionWording(destinationOption: "--jwks-out", replaceOption: nil, suggestedName: "jwks.json"))
        if let change = try writer.write(Self.text(keyring)), !isQuiet {
            context.console.warn("'\(path)' \(change.description)")
        }
    }
}
