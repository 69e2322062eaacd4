internal import AuthKeysJOSE
internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import KeyFormats

/// A JWK set that is read: a path, `-`, `env:NAME` or an `http(s)://` URL.
enum JWKSInput {
    static let argument = ArgumentSpec(
        "SOURCE", help: "The JWK set: a path, '-', env:NAME, or an http(s):// URL.")

    static func source(_ arguments: ParsedArguments) throws(UsageError) -> InputSource {
        try InputSource(arguments.required(argument), allowsURL: true)
    }

    static func text(_ source: InputSource, _ context: CommandContext) throws(AuthKeysError) -> SecretBytes {
        try context.inputs.read(source, limit: JSONLimits.keySet.bytes)
    }

    /// A key in the place of a set is a slip that the position of its first hyphen does not explain.
    static func refuseKey(_ text: SecretBytes, in source: InputSource) throws(AuthKeysError) {
        let content = text.withBytes { KeyText(reading: $0).content }
        guard content.label != nil else { return }
        throw AuthKeysError(
            JOSECode.malformedSet, "\(content), where a JWK set is expected",
            hint: "authkeys jwks derive \(source.argument) makes the set of a key")
    }
}
