internal import AuthKeysJOSE
internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings

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
}
