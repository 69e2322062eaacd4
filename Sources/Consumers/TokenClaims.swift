public import Encodings

/// The claims that a consumer's own signer writes, in its order.
public struct TokenClaims: Sendable, Hashable {
    /// The names that come first; the claims of the application follow.
    public let first: [String]
    /// The names that come last.
    public let last: [String]
    /// The one `aud`.
    public let audience: String

    init(first: [String], last: [String], audience: String) {
        self.first = first
        self.last = last
        self.audience = audience
    }

    /// The registered names of RFC 7519 §4.1, which an application cannot set.
    public static let reserved = ["sub", "iss", "aud", "iat", "exp", "nbf", "jti"]

    /// The claims in this consumer's order; what it does not sign is left out.
    /// - Parameters:
    ///   - registered: those of RFC 7519 §4.1 that are known, in any order.
    ///   - others: the claims of the application.
    public func arranged(_ registered: [JSONMember], others: [JSONMember]) -> JSONValue {
        func pick(_ names: [String]) -> [JSONMember] {
            names.compactMap { name in registered.first { $0.name.utf8.elementsEqual(name.utf8) } }
        }
        return .object(pick(first) + others + pick(last))
    }
}
