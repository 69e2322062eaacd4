/// The claims of a token (RFC 7519 §4): read where they stand, and made into strings when somebody asks.
public struct JWTClaims: Sendable {
    private let text: [UInt8]
    private let index: JSONIndex
    let registered: RegisteredClaims

    /// - Throws: the codes of `JSON.parse`, `jwt.claims`, `jwt.claim-type`.
    init(_ text: [UInt8]) throws(AuthKeysError) {
        let span = text.span
        let index = try JSONIndex(span, limits: .token)
        if let name = index.duplicateNames.first { throw JSON.duplicate(name, of: index, in: span) }
        registered = try RegisteredClaims(index, in: span)
        self.text = text
        self.index = index
    }

    /// `iss`.
    public var issuer: String? { registered.issuer.map { index.string($0, in: text.span) } }
    /// `sub`.
    public var subject: String? { registered.subject.map { index.string($0, in: text.span) } }
    /// `aud`; one of them or several, and none when there is no `aud`.
    public var audience: [String] {
        registered.audience.map { node in index.strings(node).map { index.string($0, in: text.span) } } ?? []
    }
    /// `exp`.
    public var expiresAt: NumericDate? { registered.expiresAt }
    /// `nbf`.
    public var notBefore: NumericDate? { registered.notBefore }
    /// `iat`.
    public var issuedAt: NumericDate? { registered.issuedAt }
    /// `jti`.
    public var jwtID: String? { registered.jwtID.map { index.string($0, in: text.span) } }

    /// A claim, by its name as bytes.
    public subscript(name: String) -> JSONValue? {
        let name = Array(name.utf8)
        var child = 1
        while child < index.after(0) {
            if index.string(child, equals: name, in: text.span) {
                return JSONValue(index, node: child + 1, in: text.span)
            }
            child = index.after(child + 1)
        }
        return nil
    }

    /// All of them, as they were written.
    public var json: JSONValue { JSONValue(index, node: 0, in: text.span) }

    func issuer(is expected: [UInt8]) -> Bool {
        registered.issuer.map { index.string($0, equals: expected, in: text.span) } ?? false
    }

    func audience(contains expected: [UInt8]) -> Bool {
        guard let audience = registered.audience else { return false }
        return index.strings(audience).contains { index.string($0, equals: expected, in: text.span) }
    }
}
