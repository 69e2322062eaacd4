internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings

/// Where the keys to verify with come from: `--jwks`, `--key` or `--discover`.
enum KeyOrigin: Sendable {
    case set(InputSource)
    case key(InputSource)
    case issuer(OpenIDDiscovery)

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let hosts = try arguments.values(of: Self.allowedKeyHost)
        let allowsPlainHTTP = arguments.contains(Self.allowHTTP)
        if let issuer = try arguments.value(of: Self.discover) {
            self = .issuer(try Self.discovery(issuer, hosts, allowsPlainHTTP))
            return
        }
        guard hosts.isEmpty, !allowsPlainHTTP else {
            let option = hosts.isEmpty ? Self.allowHTTP.spec : Self.allowedKeyHost.spec
            throw UsageError(
                .conflictingOptions, "'\(option.spelling)' is about an issuer whose keys are found by '--discover'",
                hint: "leave \(option.spelling) out")
        }
        if let set = try arguments.value(of: Self.jwks) {
            self = .set(set)
        } else {
            self = .key(try arguments.required(Self.key))
        }
    }

    /// What is read on the way, for standard input, which can be read once.
    var source: InputSource? {
        switch self {
        case .set(let source), .key(let source): source
        case .issuer: nil
        }
    }

    private static func discovery(
        _ issuer: String, _ hosts: [String], _ allowsPlainHTTP: Bool
    ) throws(UsageError) -> OpenIDDiscovery {
        do throws(AuthKeysError) {
            return try OpenIDDiscovery(issuer: issuer, allowedKeyHosts: hosts, allowsPlainHTTP: allowsPlainHTTP)
        } catch {
            let hint =
                error.code == NetworkCode.cleartext.code
                ? "use https; or --allow-http where nobody else is on the network between" : error.hint
            throw UsageError(.invalidValue, error.message, hint: hint)
        }
    }

    // MARK: - The options

    static let specs = [jwks.spec, key.spec, discover.spec, allowedKeyHost.spec, allowHTTP.spec]

    static let group = OptionGroup.exactlyOne(jwks.spec, key.spec, discover.spec)

    static let jwks = Option(
        "jwks", metavar: .source, help: "The set of keys: a path, '-', env:NAME, or an http(s):// URL."
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text, allowsURL: true) }

    static let key = Option(
        "key", metavar: .source,
        help: "One key, of which the public half is used: a path, '-', or env:NAME; PEM, DER or a JWK."
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text) }

    static let discover = Option(
        "discover", metavar: "ISSUER-URL",
        help: "Find the keys of this issuer, as OpenID Connect Discovery has it; tokens must name it as iss.")

    static let allowedKeyHost = Option(
        "allow-jwks-host", metavar: "HOST", help: "Where an issuer may have its keys besides its own origin."
    ).repeatable

    static let allowHTTP = Flag(
        "allow-http", help: "Ask an issuer over plain http, where anybody on the way can answer.")
}
