/// What a verifier was configured with: for Convex the provider of `auth.config.ts`, for jose the options of `jwtVerify`.
public struct VerifierSettings: Sendable, Hashable {
    /// Convex's `domain` or `issuer`, jose's `issuer`; `nil` where none is asked for.
    public var issuer: String?
    /// Convex's `applicationID`, jose's `audience`; `nil` where none is asked for.
    public var audience: String?

    public init(issuer: String?, audience: String?) {
        self.issuer = issuer
        self.audience = audience
    }
}
