internal import AuthKeysJOSE
internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import HostSystem

/// Where a token comes from: a `SOURCE`, or the token itself.
enum TokenInput: Sendable, Hashable {
    case literal(String)
    case source(InputSource)

    static let argument = ArgumentSpec(
        .file("TOKEN"), .optional,
        help:
            "The token: a path, '-' (the default), env:NAME, or the token itself, which other processes can see then.",
        isSecret: true)

    /// - Parameter text: a token is told from a path by its form: it begins with `eyJ`, as every header in base64url does,
    ///   or it has two dots or more between base64url parts of which the first is a JSON object. A file of such a name is
    ///   written `./NAME`.
    init(_ text: String?) throws(UsageError) {
        guard let text else {
            self = .source(.standardInput)
            return
        }
        self = Self.isToken(text) ? .literal(text) : .source(try InputSource(text))
    }

    private static func isToken(_ text: String) -> Bool {
        if PastedText(text) == .token || text.lowercased().hasPrefix("bearer ") { return true }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count >= 3, let header = try? Base64URL.decode(String(Substring(parts[0]))) else { return false }
        return (try? JSON.parse(header.span, limits: .token))?.members != nil
    }

    /// What messages call it.
    var displayName: String {
        switch self {
        case .literal: "the token"
        case .source(let source): source.displayName
        }
    }

    /// What a result for a program calls it.
    var sourceName: String {
        switch self {
        case .literal: "argument"
        case .source(let source): source.argument
        }
    }

    /// There is nothing to look at, which is a wrong use and no answer.
    var nothingThere: AuthKeysError {
        AuthKeysError(
            UsageCode.missingArgument, "\(displayName): there is no token",
            hint: "what was to write it may have failed; a variable of a shell may be unset")
    }

    /// Warns about a literal: arguments are visible.
    /// - Parameter limit: the most bytes that are accepted.
    func read(_ context: CommandContext, limit: Int, isQuiet: Bool) throws(AuthKeysError) -> SecretBytes {
        switch self {
        case .literal(let text):
            if !isQuiet {
                context.console.warn(
                    "the token is an argument, which other processes can see and the shell keeps; '-' reads standard input"
                )
            }
            return SecretBytes(copying: text.utf8.span)
        case .source(let source):
            if source == .standardInput, StandardStream.input.isTerminal, !isQuiet {
                context.console.note("paste the token, then press Enter and Ctrl-D")
            }
            return try context.inputs.read(source, limit: limit)
        }
    }
}
