package import CommandOptions
internal import Encodings
package import HTTPExchange
internal import HostSystem

/// Where a command reads something from: the `SOURCE` of the command line.
///
/// It says where, never what it is: formats are recognised by content.
package enum InputSource: Sendable, Hashable {
    case file(String)
    case standardInput
    case environment(name: String)
    case url(HTTPURL)

    /// - Parameters:
    ///   - argument: a path, `-`, `env:NAME`, or an `http(s)://` URL. A file whose name looks like another of these is
    ///     written `./NAME`.
    ///   - allowsURL: whether what is read is public, as a JWKS is. A key is not fetched.
    /// - Throws: `UsageError`. A key that was pasted in place of its path is not repeated.
    package init(_ argument: String, allowsURL: Bool = false) throws(UsageError) {
        if let pasted = PastedText(argument) {
            throw UsageError(
                .invalidValue, "\(pasted.description) was given where a file is named",
                hint: "arguments are visible to every process: name a file, env:NAME, or - for standard input"
                    + (pasted == .long ? "" : " (a file of that very name is written ./NAME)"))
        }
        if argument.utf8.isEmpty {
            throw UsageError(
                .invalidValue, "the name of a file is empty",
                hint: "name a file, env:NAME, or - for standard input; a shell variable in it may be unset")
        }
        if argument.utf8.elementsEqual("-".utf8) {
            self = .standardInput
        } else if argument.utf8.starts(with: "env:".utf8) {
            self = .environment(name: try Self.variableName(argument))
        } else if argument.utf8.starts(with: "file:/".utf8) {
            throw .invalidValue(argument, "is a file: URL", hint: "name the path alone")
        } else if Self.hasScheme(argument) {
            self = .url(try Self.url(argument, isAllowed: allowsURL))
        } else {
            self = .file(argument)
        }
    }

    /// What messages call it: `'keys/private.pem'`, `standard input`. A URL is named by its host: its path and query
    /// can be secret.
    package var displayName: String {
        switch self {
        case .file(let path): "'\(path)'"
        case .standardInput: "standard input"
        case .environment(let name): "the environment variable \(name)"
        case .url(let url): "'\(url.origin)'"
        }
    }

    /// As it is typed again, for the commands in hints.
    var argument: String {
        switch self {
        case .file, .url: shellWord(typed)
        case .standardInput, .environment: typed
        }
    }

    /// The same without the quotes of a shell, for programs.
    var typed: String {
        switch self {
        case .file(let path): path
        case .standardInput: "-"
        case .environment(let name): "env:\(name)"
        case .url(let url): url.origin
        }
    }

    /// POSIX XBD §8.1, and lower case.
    private static func variableName(_ argument: String) throws(UsageError) -> String {
        let name = argument.dropFirst(4)
        let isName = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isName, let first = name.utf8.first, first > UInt8(ascii: "9") else {
            // Not quoted: "env:$KEY" is a slip that puts the value here.
            throw UsageError(
                .invalidValue, "what follows 'env:' is not the name of an environment variable",
                hint: "write the name without '$': env:JWT_PRIVATE_KEY")
        }
        return String(name)
    }

    private static func hasScheme(_ argument: String) -> Bool {
        guard let mark = argument.firstRange(of: "://") else { return false }
        let scheme = argument[..<mark.lowerBound]
        return !scheme.isEmpty && scheme.utf8.allSatisfy { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }
    }

    private static func url(_ argument: String, isAllowed: Bool) throws(UsageError) -> HTTPURL {
        guard isAllowed else {
            throw UsageError(
                .invalidValue, "a URL was given where no URL is read",
                hint: "only a JWKS is fetched; name a file, env:NAME, or - for standard input")
        }
        do throws(AuthKeysError) { return try HTTPURL(argument) } catch {
            throw UsageError(.invalidValue, error.message, hint: error.hint)
        }
    }
}

extension InputSource {
    /// Standard input ends once it was read: of all the sources of a command one may be `-`.
    package static func checkStandardInputIsReadOnce(_ sources: [InputSource?]) throws(UsageError) {
        guard sources.count(where: { $0 == .standardInput }) > 1 else { return }
        throw repeatedStandardInput
    }

    static var repeatedStandardInput: UsageError {
        UsageError(
            .conflictingOptions, "standard input ('-') is named more than once, and it can be read once",
            hint: "name a file or env:NAME for all but one")
    }
}
