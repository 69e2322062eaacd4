/// What the claims of a token have to say (RFC 7519 §4.1). Issuer and audience have no default: a verifier that was not
/// told whose tokens these are, and for whom, accepts tokens that were made for somebody else (RFC 8725 §3.8, §3.9).
public struct ClaimsExpectations: Sendable, Hashable {
    public enum Issuer: Sendable, Hashable {
        /// `iss` is this, byte for byte.
        case exactly(String)
        /// `iss` is one of these, byte for byte.
        case oneOf([String])
        /// `iss` is not looked at: the keys alone say who signed.
        case any
    }

    public enum Audience: Sendable, Hashable {
        /// `aud` is this or has it among others, byte for byte.
        case contains(String)
        /// `aud` is one of these or has one of them among others.
        case containsOneOf([String])
        /// `aud` is not looked at: tokens that the issuer made for other services are accepted too.
        case any
    }

    public var issuer: Issuer
    public var audience: Audience
    /// How far the clocks of the issuer and the verifier may differ; below zero is taken as zero.
    public var leeway: Duration
    /// Refuses what was issued (`iat`) longer ago than this, or in the future; `nil` looks at no `iat`.
    public var maximumAge: Duration?
    /// Whether a token without `exp`, which nothing but a new key ends, is refused.
    public var requiresExpiry: Bool

    public init(
        issuer: Issuer, audience: Audience, leeway: Duration = .zero, maximumAge: Duration? = nil,
        requiresExpiry: Bool = true
    ) {
        self.issuer = issuer
        self.audience = audience
        self.leeway = leeway
        self.maximumAge = maximumAge
        self.requiresExpiry = requiresExpiry
    }
}
