/// The claims of a token (RFC 7519 §4): read where they stand, and made into strings when somebody asks.
public struct JWTClaims: Sendable {
    // One object, because the parts of it would be counted one by one whenever a token is handed on.
    private let storage: Storage

    private final class Storage: Sendable {
        /// The JSON, and whatever stands behind it.
        let text: [UInt8]
        let index: JSONIndex
        let registered: RegisteredClaims

        init(text: [UInt8], index: JSONIndex, registered: RegisteredClaims) {
            self.text = text
            self.index = index
            self.registered = registered
        }
    }

    /// - Parameters:
    ///   - text: begins with the JSON of the claims.
    ///   - count: the length of that, in bytes.
    /// - Throws: the codes of `JSON.parse`, `jwt.claims`, `jwt.claim-type`.
    init(_ text: [UInt8], count: Int) throws(AuthKeysError) {
        let json = text.span.extracting(0..<count)
        let index = try JSONIndex(json, limits: .token)
        if let name = index.duplicateNames.first { throw JSON.duplicate(name, of: index, in: json) }
        let registered = try RegisteredClaims(index, in: json)
        storage = Storage(text: text, index: index, registered: registered)
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

    package var hasSubject: Bool { storage.registered.subject != nil }

    /// As a JSON string behind what is there: for a stream of tokens, without a `String` in between.
    package func writeSubject(to json: inout [UInt8]) {
        guard let subject = storage.registered.subject else { return }
        let text = storage.text
        storage.index.writeString(subject, of: text.span, to: &json)
    }

    func issuer(isOneOf expected: [[UInt8]]) -> Bool {
        guard let issuer = storage.registered.issuer else { return false }
        return isOne(issuer, of: expected)
    }

    var hasAudience: Bool { storage.registered.audience != nil }

    func audience(containsOneOf expected: [[UInt8]]) -> Bool {
        guard let audience = storage.registered.audience else { return false }
        if storage.index.nodes[audience].kind.isString { return isOne(audience, of: expected) }
        return storage.index.strings(audience).contains { isOne($0, of: expected) }
    }

    private func isOne(_ string: Int, of expected: [[UInt8]]) -> Bool {
        let text = storage.text
        for place in expected.indices where storage.index.string(string, equals: expected[place], in: text.span) {
            return true
        }
        return false
    }
}
