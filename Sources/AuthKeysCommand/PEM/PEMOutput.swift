internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import KeyFormats

/// Writes the text of a key where it belongs: whether it is secret is known only once it has been read.
struct PEMOutput {
    private let output: OutputOption
    private let isSecret: Bool

    init(_ output: OutputOption, _ content: KeyText.Content) throws(AuthKeysError) {
        self.output = output
        isSecret = content.isPrivate
        if isSecret {
            do throws(UsageError) { try output.requirePlace(forSecret: "a private key") } catch {
                throw error.asAuthKeysError
            }
        }
        try output.check(isSecret: isSecret)
    }

    func write(_ text: SecretBytes, endingLine: Bool, _ console: Console) throws(AuthKeysError) {
        var builder = SecretBuilder(reservingCapacity: text.count + 1)
        text.withBytes { builder.append($0) }
        if endingLine { builder.append("\n") }
        let whole = builder.finish()
        if isSecret { try output.maskForGitHub(whole, console) }
        try output.write(whole, isSecret: isSecret, console)
    }
}
