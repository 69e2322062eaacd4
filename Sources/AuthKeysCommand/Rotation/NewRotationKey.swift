internal import AuthKeysJOSE
internal import Encodings
internal import HostSystem
internal import KeyRotation

/// Makes the next key of a keyring.
enum NewRotationKey {
    /// As long as the key that signs, or the next longer size that is made.
    static func size(after key: RSAPrivateKey?) -> RSAPrivateKey.Size {
        RSAPrivateKey.Size.allCases.first { $0.rawValue >= (key?.keySizeInBits ?? 0) } ?? .bits4096
    }

    static func make(
        _ size: RSAPrivateKey.Size, _ context: CommandContext, isQuiet: Bool
    ) throws(AuthKeysError) -> RSAPrivateKey {
        let progress = GenerationProgress(size, on: isQuiet || !context.console.showsProgress ? nil : context.console)
        defer { progress.end() }
        return try ThreadRace.first(contenders: min(context.processorCount, 8)) { isDecided throws(AuthKeysError) in
            try RSAPrivateKey(keySize: size) {
                progress.tick()
                return !isDecided()
            }
        }
    }
}
