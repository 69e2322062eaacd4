/// The claims of a token (RFC 7519 §4): read where they stand, and made into strings when somebody asks.
public struct JWTClaims: Sendable {
    // One object, because the parts of it would be counted one by one whenever a token is handed on.
    private let storage: Storage

    private final class Storage: Sendable {
        let text: [UInt8]
        let index: JSONIndex
        let registered: RegisteredClaims

        init(text: [UInt8], index: JSONIndex, registered: RegisteredClaims) {
            self.text = text
            self.index = index
            self.registered = registered
        }
    }

    /// - Throws: the codes of `JSON.parse`, `jwt.claims`, `jwt.claim-type`.
    init(_ text: [UInt8]) throws(AuthKeysError) {
        let span = text.span
        let index = try JSONIndex(span, limits: .token)
        if let name = index.duplicateNames.first { throw JSON.duplicate(name, of: index, in: span) }
        storage = Storage(text: text, index: index, registered: try RegisteredClaims(index, in: span))
    }

    private func string(_ node: Int?) -> String? {
        let text = storage.text
        return node.map { storage.index.string($0, in: text.span) }
    }

    /// `iss`.
    public var issuer: String? { string(storage.registered.issuer) }
    /// `sub`.
    public var subject: String? { string(storage.registered.subject) }
    /// `aud`; one of them or several, and none when there is no `aud`.
    public var audience: [String] {
        storage.registered.audience.map { storage.index.strings($0).compactMap { string($0) } } ?? []
    }
    /// `exp`.
    public var expiresAt: NumericDate? { storage.registered.expiresAt }
    /// `nbf`.
    public var notBefore: NumericDate? { storage.registered.notBefore }
    /// `iat`.
    public var issuedAt: NumericDate? { storage.registered.issuedAt }
    /// `jti`.
    public var jwtID: String? { string(storage.registered.jwtID) }

    /// A claim, by its name as bytes.
    public subscript(name: String) -> JSONValue? {
        let (index, bytes) = (storage.index, storage.text)
        let text = bytes.span
        let name = Array(name.utf8)
        var child = 1
        while child < index.after(0) {
            if index.string(child, equals: name, in: text) { return JSONValue(index, node: child + 1, in: text) }
            child = index.after(child + 1)
        }
        return nil
    }

    /// All of them, as they were written.
    public var json: JSONValue {
        let text = storage.text
        return JSONValue(storage.index, node: 0, in: text.span)
    }

    func issuer(is expected: [UInt8]) -> Bool {
        guard let issuer = storage.registered.issuer else { return false }
        let text = storage.text
        return storage.index.string(issuer, equals: expected, in: text.span)
    }

    var hasAudience: Bool { storage.registered.audience != nil }

    func audience(contains expected: [UInt8]) -> Bool {
        guard let audience = storage.registered.audience else { return false }
        let (index, text) = (storage.index, storage.text)
        if index.nodes[audience].kind.isString { return index.string(audience, equals: expected, in: text.span) }
        return index.strings(audience).contains { index.string($0, equals: expected, in: text.span) }
    }
}
