internal import AuthKeysJOSE
internal import Consumers
internal import Encodings
internal import HostSystem

extension KeyPair {
    /// Searches on several threads, and shows it where somebody watches and it takes its time.
    ///
    /// - Parameter keyID: `nil` for the thumbprint.
    static func generate(
        _ size: RSAPrivateKey.Size, keyID: KeyID?, profile: Profile, isQuiet: Bool, _ context: CommandContext
    ) throws(AuthKeysError) -> KeyPair {
        let progress = GenerationProgress(
            size, on: isQuiet || !context.console.showsProgress ? nil : context.console)
        defer { progress.end() }
        // Finding two primes takes anything from a fifth to three times its mean; beyond eight threads the first is
        // hardly sooner.
        let key = try ThreadRace.first(contenders: min(context.processorCount, 8)) {
            isDecided throws(AuthKeysError) in
            try RSAPrivateKey(keySize: size) {
                progress.tick()
                return !isDecided()
            }
        }
        return try KeyPair(key, keyID: keyID, profile: profile)
    }
}
