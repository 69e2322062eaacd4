internal import AuthKeysJOSE
internal import Encodings

/// What a verifier was configured with: for Convex the provider of `auth.config.ts`, for jose the options of `jwtVerify`.
public struct VerifierSettings: Sendable, Hashable {
    /// Convex's `domain` or `issuer`, jose's `issuer`; `nil` where none is asked for.
    public var issuer: String?
    /// Convex's `applicationID`, jose's `audience`; `nil` where none is asked for.
    public var audience: String?
    /// Where the set is: `jwks` of a `customJwt` provider, what `createRemoteJWKSet` was given, or the `jwks_uri` of the
    /// discovery document. Messages name it; `nil` stands for a `data:` URI.
    public var keySetURL: String?

    public init(issuer: String?, audience: String?, keySetURL: String? = nil) {
        self.issuer = issuer
        self.audience = audience
        self.keySetURL = keySetURL
    }
}

extension VerifierSettings {
    var issuerWithScheme: String? { issuer.map { Self.withScheme($0) } }

    /// As Convex completes an issuer.
    static func withScheme(_ issuer: String) -> String {
        issuer.utf8.starts(with: "https://".utf8) || issuer.utf8.starts(with: "http://".utf8)
            ? issuer : "https://" + issuer
    }

    /// A consumer's text with what it says of these put in.
    func filled(_ template: String) -> String {
        template.replacing("{issuer}", with: TokenTrial.shown(issuer.map { .string($0) }))
            .replacing("{audience}", with: TokenTrial.shown(audience.map { .string($0) }))
            .replacing("{url}", with: shownURL)
    }

    /// And with what it says of a response. The whole body is repeated by those that repeat it; here its beginning is.
    func filled(_ template: String, _ response: HTTPResponse) -> String {
        filled(template).replacing("{status}", with: "\(response.status)")
            .replacing("{reason}", with: response.reasonPhrase ?? "Unknown")
            .replacing("{phrase}", with: response.reasonPhrase ?? "<unknown status code>")
            .replacing("{type}", with: response.header("Content-Type").map { Escaper.terminal($0) } ?? "unknown")
            .replacing("{body}", with: Self.shown(response.body))
    }

    private static let shownBytes = 500

    private static func shown(_ body: [UInt8]) -> String {
        let start = Escaper.terminal(bytes: Array(body.prefix(shownBytes)).span)
        return body.count > shownBytes ? start + "…" : start
    }

    /// A `data:` URI is named by its beginning: the rest is the set.
    private var shownURL: String {
        guard let keySetURL else { return "data:…" }
        let text = Escaper.terminal(keySetURL)
        guard keySetURL.utf8.starts(with: "data:".utf8), let comma = text.firstIndex(of: ",") else { return text }
        return text[...comma] + "…"
    }
}
