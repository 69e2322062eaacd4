/// What a verifier was made with, prepared once: one object, because copying its many parts for each token takes longer
/// than reading the token's claims.
final class JWTRules: Sendable {
    let keys: VerificationKeys
    let expectations: ClaimsExpectations
    /// `nil` for any.
    let issuers: [[UInt8]]?
    /// `nil` for any.
    let audiences: [[UInt8]]?
    let leeway: Duration
    let types: [String]
    let knownHeaders = KnownHeaders()

    init(keys: VerificationKeys, expectations: ClaimsExpectations, types: [String]) {
        self.keys = keys
        self.expectations = expectations
        self.types = types
        leeway = max(expectations.leeway, .zero)
        issuers =
            switch expectations.issuer {
            case .exactly(let issuer): [Array(issuer.utf8)]
            case .oneOf(let issuers): issuers.map { Array($0.utf8) }
            case .any: nil
            }
        audiences =
            switch expectations.audience {
            case .contains(let audience): [Array(audience.utf8)]
            case .containsOneOf(let audiences): audiences.map { Array($0.utf8) }
            case .any: nil
            }
    }

    /// RFC 7515 §4.1.9: a media type, so whatever the case of its letters, and `application/` may be left out.
    func accepts(type: String) -> Bool {
        let bare = Self.bare(type)
        return types.contains { Self.bare($0).hasSameBytes(as: bare) }
    }

    private static func bare(_ type: String) -> String {
        let type = type.asciiLowercased
        let prefix = "application/"
        return type.hasPrefix(prefix) ? String(type.dropFirst(prefix.count)) : type
    }
}
