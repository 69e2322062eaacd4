internal import Encodings
internal import HTTPExchange

/// An answer of the deployment that is not 200, and what it means.
///
/// The body is `{"code":…,"message":…}`. Its words are passed on where they hold nothing of what was sent: a server, or
/// a proxy before it, may well repeat the request.
struct DeploymentRefusal {
    private let status: Int
    private let url: HTTPURL
    private let isMarkup: Bool
    /// The `code` of the body, when it looks like one.
    private let code: String?
    private let message: String?

    /// - Parameter secrets: what no message may hold any piece of.
    init(_ response: HTTPResponse, from url: HTTPURL, secrets: [[UInt8]]) {
        status = response.status
        self.url = url
        isMarkup = response.isMarkup
        let json = try? JSON.parse(response.body.span, limits: JSONLimits(bytes: 65_536, depth: 8))
        code = json?["code"]?.string.flatMap { Self.isCode($0) ? $0 : nil }
        message = json?["message"]?.string.flatMap { Self.holds(anyOf: secrets, $0) ? nil : $0 }
    }

    var error: AuthKeysError {
        switch code {
        case "BadAdminKey", "InvalidAdminKey":
            return refusal(
                ConvexCode.adminKeyRefused, "does not accept the admin key",
                hint: "a key belongs to one INSTANCE_NAME and INSTANCE_SECRET; make one there: docker compose exec -T "
                    + "backend ./generate_admin_key.sh | tail -n1")
        case "EnvironmentVariableValueTooLarge":
            return refusal(ConsumerCode.valueTooLarge, "takes no value of that size", hint: "use a shorter key")
        case "EnvVarLimitMet":
            return refusal(
                ConvexCode.tooManyVariables, "takes no more variables", hint: "npx convex env remove NAME, one not read"
            )
        case "EnvVarTotalSizeLimitMet":
            return refusal(
                ConvexCode.totalSize, "takes no more bytes of variables",
                hint: "npx convex env remove NAME, one not read")
        case "EnvVarNameForbidden":
            return refusal(
                ConvexCode.builtInName, "sets that variable itself",
                hint: "set CONVEX_CLOUD_ORIGIN and CONVEX_SITE_ORIGIN of the backend's container instead")
        case "AuthConfigMissingEnvironmentVariable", "InvalidAuthConfig":
            return refusal(
                ConvexCode.authConfig, "refuses the change: its auth.config would be invalid",
                hint: "set what convex/auth.config.ts reads first: grep process.env convex/auth.config.ts "
                    + "names it")
        default: return byStatus
        }
    }

    func notADeployment(_ found: String) -> AuthKeysError {
        let hint =
            if isMarkup {
                "a web page came: a login wall, such as a private Coder app or an access proxy, stands before it"
            } else if url.effectivePort == 3211 {
                "3211 is the port of the site; the API is at 3210"
            } else {
                "the URL is that of the API, port 3210 and not 3211: curl -s \(url.origin)/version"
            }
        return AuthKeysError(
            ConvexCode.notADeployment, "'\(url.origin)' is not the API of a Convex deployment: \(found)", hint: hint)
    }

    private var byStatus: AuthKeysError {
        switch status {
        case 401,
            403 where !isMarkup:
            refusal(
                ConvexCode.adminKeyRefused, "does not let the admin key in",
                hint: "make one there: docker compose exec -T backend ./generate_admin_key.sh | tail -n1")
        case 500...:
            refusal(
                ConvexCode.serverFailed, "failed with status \(status)",
                hint: "read its log: docker compose logs --tail 50 backend")
        case _ where isMarkup || code == nil:
            notADeployment("it answered with status \(status)")
        default:
            refusal(
                ConvexCode.refused, "refuses the request with status \(status)",
                hint: "read its log: docker compose logs --tail 50 backend")
        }
    }

    private func refusal(_ code: some CodeFamily, _ what: String, hint: String) -> AuthKeysError {
        AuthKeysError(code, "'\(url.origin)' \(what)\(words)", hint: hint)
    }

    private var words: String {
        let said = [code, message.map(Self.shortened)].compactMap { $0 }
        return said.isEmpty ? "" : ": \(said.joined(separator: ": "))"
    }

    /// Cut, and marked where it is.
    static func shortened(_ message: String) -> String {
        let shown = message.unicodeScalars.prefix(300)
        return String(shown) + (shown.endIndex < message.unicodeScalars.endIndex ? "…" : "")
    }

    static func isCode(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
    }

    /// Looks for any eight bytes in a row.
    static func holds(anyOf secrets: [[UInt8]], _ message: String) -> Bool {
        let said = Array(message.utf8)
        guard said.count >= 8 else { return false }
        let windows = Set((0...said.count - 8).map { Array(said[$0..<$0 + 8]) })
        return secrets.contains { secret in
            secret.count >= 8 && (0...secret.count - 8).contains { windows.contains(Array(secret[$0..<$0 + 8])) }
        }
    }
}
