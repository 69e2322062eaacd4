internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings
internal import HTTPExchange

/// What `authkeys convex rotate` can be told.
struct RotateOptions: Sendable {
    let isApproved: Bool
    let undoFile: String?
    let ifOlderThan: Duration?
    let size: RSAPrivateKey.Size
    /// `nil` for the key's thumbprint.
    let keyID: KeyID?
    /// `nil` for what the deployment says.
    let issuer: String?
    let patience: Duration
    /// `nil` for the one of the deployment, in this folder.
    let journal: String?
    let dropsOtherKeys: Bool
    let printsJSON: Bool
    let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        isApproved = arguments.contains(ConvexPushCommand.yes)
        undoFile = try arguments.value(of: Self.undo)
        ifOlderThan = try arguments.value(of: Self.ifOlderThan)
        size = try arguments.required(GenerateOptions.bits)
        keyID = try arguments.value(of: GenerateOptions.kid)
        issuer = try arguments.value(of: Self.issuer)
        patience = try arguments.required(Self.giveUpAfter)
        journal = try arguments.value(of: Self.journal)
        dropsOtherKeys = arguments.contains(Self.dropOtherKeys)
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    static let undo = file("undo", help: "Put back the pair that the rotation with this journal replaced.")

    static let ifOlderThan = Option(
        "if-older-than", metavar: "DURATION",
        help: "Rotate only when the key has signed for longer: 80d. Where that is not known, record today."
    ) { (text: String) throws(UsageError) -> Duration in try DurationArgument.duration(text) }

    static let issuer = Option(
        "issuer", metavar: "URL", help: "What tokens have as iss: CONVEX_SITE_URL of the deployment.",
        default: .described("what the deployment says")
    ) { (text: String) throws(UsageError) -> String in
        do throws(AuthKeysError) { _ = try HTTPURL(text) } catch {
            throw .invalidValue(text, "is no issuer: \(error.message)", hint: error.hint)
        }
        return text
    }

    static let giveUpAfter = Option(
        "give-up-after", metavar: "DURATION",
        help: "How long the backend may take to accept the new key, before the old JWKS is put back; it keeps one for "
            + "15s, and a proxy may as well.", default: .value("45s")
    ) { (text: String) throws(UsageError) -> Duration in try DurationArgument.duration(text) }

    static let journal = file(
        "journal", help: "Where the replaced pair is kept, in a file with mode 0600.",
        default: .described("convex-rotation-HOST-PORT.json, in this folder"))

    static let dropOtherKeys = Flag(
        "drop-other-keys", help: "Rotate also where JWKS holds keys besides the one that signs: they are dropped.")

    private static func file(
        _ name: String, help: String, default defaultValue: OptionSpec.Default? = nil
    ) -> Option<String> {
        Option(name, metavar: .file("FILE"), help: help, default: defaultValue) {
            (text: String) throws(UsageError) -> String in
            guard !text.isEmpty, !text.utf8.elementsEqual("-".utf8) else {
                throw .invalidValue(text, "names no file")
            }
            return text
        }
    }
}
