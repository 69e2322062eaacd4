internal import AuthKeysJOSE
internal import Consumers
internal import CryptoOpenSSL
internal import Diagnosis
internal import Encodings
internal import KeyFormats
internal import KeyRotation

/// The values that the options of `doctor` name.
struct GivenValues {
    var key: Evidence.Value?
    var keySet: Evidence.Value?
    var token: Evidence.Value?
    /// That of a keyring, where no other is named.
    var profile: Profile?

    init(_ options: DoctorOptions, _ context: CommandContext) throws(AuthKeysError) {
        if let source = options.key {
            key = (try Self.read(source, KeyText.maximumByteCount, context), Self.place("--key", source))
        }
        if let source = options.keySet {
            keySet = (try Self.read(source, JSONLimits.keySet.bytes, context), Self.place("--jwks", source))
        }
        if let file = options.keyring {
            let keyring = try file.read(context).keyring
            let place = ValuePlace(.source(name: file.name, path: file.path), name: "--keyring")
            key = try keyring.signingKey.map { signer throws(AuthKeysError) in
                (try signer.key.pkcs8PEMRepresentationOnOneLine(), place)
            }
            let set = try keyring.publishedSet().json.compactJSON
            keySet = (SecretBytes(copying: set.utf8.span), place)
            profile = options.namesProfile ? nil : keyring.profile
        }
        if let input = options.token {
            token = (
                try input.read(context, limit: UnverifiedJWT.maximumLength, isQuiet: options.isQuiet),
                Self.place("--token", input)
            )
        }
    }

    private static func read(
        _ source: InputSource, _ limit: Int, _ context: CommandContext
    ) throws(AuthKeysError) -> SecretBytes {
        do throws(AuthKeysError) { return try context.inputs.read(source, limit: limit) } catch {
            // A variable that is empty is something to judge, not something that cannot be read.
            guard error.code == EnvironmentCode.empty.code else { throw error }
            return SecretBytes(copying: "".utf8.span)
        }
    }

    private static func place(_ option: String, _ source: InputSource) -> ValuePlace {
        let path: String? = if case .file(let path) = source { path } else { nil }
        return ValuePlace(.source(name: source.displayName, path: path), name: option)
    }

    private static func place(_ option: String, _ input: TokenInput) -> ValuePlace {
        switch input {
        case .literal: ValuePlace(.argument, name: option)
        case .source(let source): place(option, source)
        }
    }
}
