internal import CommandOptions
internal import Consumers
internal import Encodings
internal import HTTPExchange

/// What `doctor` is to look at, beside the environment.
struct DoctorOptions: Sendable {
    let environmentFiles: [String]
    let key: InputSource?
    let keySet: InputSource?
    /// Its active key and the set that it publishes.
    let keyring: KeyringFile?
    let issuer: String?
    let audience: String?
    let token: TokenInput?
    let live: OptionalValue<HTTPURL>
    let isProbing: Bool
    let profile: Profile
    let namesProfile: Bool
    let time: TimeArgument
    /// Where corrected values go; `nil` when nobody asked for them.
    let fix: String?
    let isReplacing: Bool
    let reporting: DoctorReporting
    let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        environmentFiles = try arguments.values(of: Self.environmentFile).reduce(into: []) { files, file in
            if !files.contains(where: { $0.utf8.elementsEqual(file.utf8) }) { files.append(file) }
        }
        key = try arguments.value(of: Self.key)
        keySet = try arguments.value(of: Self.keySet)
        let passphraseSource = try arguments.value(of: KeyringFile.passphraseFrom)
        keyring = try arguments.value(of: Self.keyring).map { path in
            KeyringFile(path: path, passphraseSource: passphraseSource, isQuiet: false)
        }
        if keyring != nil, key != nil || keySet != nil {
            throw UsageError(
                .conflictingOptions, "a keyring holds both the key and the set",
                hint: "leave '--key' and '--jwks' out, or the keyring")
        }
        if keyring == nil, passphraseSource != nil {
            throw UsageError(
                .conflictingOptions, "'--passphrase-from' opens a keyring, and none is given",
                hint: "add --keyring FILE")
        }
        issuer = try arguments.value(of: Self.issuer)
        audience = try arguments.value(of: Self.audience)
        token = try arguments.value(of: Self.token)
        live = try arguments.value(of: Self.live)
        isProbing = arguments.contains(Self.probe)
        profile = try arguments.required(GenerateOptions.profile)
        namesProfile = arguments.isGiven(GenerateOptions.profile.spec)
        time = try arguments.value(of: Self.at) ?? .relative(.zero)
        fix = try arguments.value(of: Self.fix)
        isReplacing = arguments.contains(OutputOption.force)
        reporting = try DoctorReporting(arguments)
        isQuiet = arguments.contains(CommandTree.quiet)
        var sources = [key, keySet, passphraseSource]
        if case .source(let source) = token { sources.append(source) }
        try InputSource.checkStandardInputIsReadOnce(sources)
        if fix != nil, environmentFiles.count > 1 {
            throw UsageError(
                .conflictingOptions, "'--fix' writes the values of one environment, and several are given",
                hint: "give one --env-file at a time")
        }
        if isProbing, case .absent = live {
            throw UsageError(
                .missingOption, "'--probe' shows a token to a deployment, and none is named",
                hint: "authkeys doctor --live --probe")
        }
    }

    // MARK: - The options

    static let specs =
        [
            environmentFile.spec, key.spec, keySet.spec, keyring.spec, KeyringFile.passphraseFrom.spec, issuer.spec,
            audience.spec, token.spec, live.spec, probe.spec, GenerateOptions.profile.spec, at.spec, fix.spec,
        ] + DoctorReporting.specs

    static let environmentFile = Option(
        "env-file", metavar: "FILE",
        help: "A file of variables: dotenv, docker env-file or shell exports. Several are several environments."
    ) { (text: String) throws(UsageError) -> String in
        guard !text.isEmpty else { throw .invalidValue(text, "names no file") }
        try PastedText.refuse(text, inPlaceOf: "file")
        return text
    }.repeatable

    static let key = Option(
        "key", metavar: "SOURCE", help: "The private key, in place of JWT_PRIVATE_KEY."
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text) }

    static let keySet = Option(
        "jwks", metavar: "SOURCE", help: "The JWK set, in place of JWKS; may be an http(s):// URL."
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text, allowsURL: true) }

    static let keyring = Option(
        "keyring", metavar: "FILE", help: "A keyring, in place of both: its active key, and the set that it publishes."
    ) { (text: String) throws(UsageError) -> String in try KeyringFile.path(text) }

    static let issuer = Option(
        "issuer", metavar: "ISSUER", help: "The issuer, in place of CONVEX_SITE_URL.", convert: nonempty)

    static let audience = Option(
        "audience", metavar: "AUDIENCE", help: "The audience that is asked for.",
        default: .described("that of the profile"), convert: nonempty)

    static let token = Option(
        "token", metavar: "TOKEN", help: "A token that was refused, or one to look at: a SOURCE or the token itself.",
        isSecret: true
    ) { (text: String) throws(UsageError) -> TokenInput in try TokenInput(text) }

    static let live = OptionalValueOption(
        "live", metavar: "URL",
        help: "Ask a deployment too: that of CONVEX_SELF_HOSTED_URL, or the one whose API or site origin is URL."
    ) { (text: String) throws(UsageError) -> HTTPURL in
        do throws(AuthKeysError) {
            let url = try HTTPURL(text)
            guard !url.target.contains("?") else { throw AuthKeysError(NetworkCode.url, "the URL holds a query") }
            return try HTTPURL(url.origin + String(url.target.reversed().drop { $0 == "/" }.reversed()))
        } catch {
            throw .invalidValue(text, "cannot be asked: \(error.message)", hint: error.hint)
        }
    }

    static let probe = Flag(
        "probe",
        help: "Show the deployment a token of 30 seconds, for nobody, signed with the private key that it stores."
    )

    static let at = Option(
        "at", metavar: "TIME", help: "Judge tokens as of this moment: \(TimeArgument.forms).",
        default: .described("now")
    ) { (text: String) throws(UsageError) -> TimeArgument in try TimeArgument(text) }

    static let fix = Option(
        "fix", metavar: "FILE",
        help: "Write corrected values of JWT_PRIVATE_KEY, JWKS and the issuer to this file, mode 0600."
    ) { (text: String) throws(UsageError) -> String in
        guard !text.isEmpty, !text.utf8.elementsEqual("-".utf8) else {
            throw .invalidValue(text, "names no file", hint: "corrected values are secret: name a file to make")
        }
        try PastedText.refuse(text, inPlaceOf: "file")
        return text
    }

    private static func nonempty(_ text: String) throws(UsageError) -> String {
        guard !text.isEmpty else { throw .invalidValue(text, "is empty") }
        return text
    }
}
