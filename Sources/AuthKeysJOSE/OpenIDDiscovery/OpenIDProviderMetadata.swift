/// What an issuer says about itself (OpenID Connect Discovery 1.0 §3), as far as tokens are verified with it. Only
/// ``OpenIDDiscovery`` makes one, after it has judged the document.
public struct OpenIDProviderMetadata: Sendable, Hashable {
    /// Byte for byte the one that was asked for, and what the `iss` of a token has to be.
    public let issuer: String
    /// The `jwks_uri`: where ``RemoteJWKSet`` finds the keys.
    public let keySetURL: String
}
