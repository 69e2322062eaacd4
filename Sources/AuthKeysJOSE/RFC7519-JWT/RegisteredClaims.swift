/// Where the registered claims stand (RFC 7519 §4.1), each of the type that it has to be.
struct RegisteredClaims: Sendable {
    private(set) var issuer: Int?
    private(set) var subject: Int?
    /// A string, or an array of strings.
    private(set) var audience: Int?
    private(set) var jwtID: Int?
    private(set) var expiresAt: NumericDate?
    private(set) var notBefore: NumericDate?
    private(set) var issuedAt: NumericDate?

    /// - Throws: `jwt.claims`, `jwt.claim-type`.
    init(_ index: JSONIndex, in text: Span<UInt8>) throws(AuthKeysError) {
        guard index.nodes[0].kind == .object else {
            throw AuthKeysError(
                JWTCode.claims, "the payload is \(index.typeName(0)) where the claims, an object, are expected")
        }
        var name = 1
        while name < index.after(0) {
            let value = name + 1
            try read(name, value, index, text)
            name = index.after(value)
        }
    }

    private mutating func read(
        _ name: Int, _ value: Int, _ index: JSONIndex, _ text: Span<UInt8>
    ) throws(AuthKeysError) {
        switch index.shortString(name, in: text) {
        case Self.name("i", "s", "s"): issuer = try index.requireString(value, "iss")
        case Self.name("s", "u", "b"): subject = try index.requireString(value, "sub")
        case Self.name("j", "t", "i"): jwtID = try index.requireString(value, "jti")
        case Self.name("a", "u", "d"): audience = try index.requireStrings(value, "aud")
        case Self.name("e", "x", "p"): expiresAt = try index.requireDate(value, "exp", in: text)
        case Self.name("n", "b", "f"): notBefore = try index.requireDate(value, "nbf", in: text)
        case Self.name("i", "a", "t"): issuedAt = try index.requireDate(value, "iat", in: text)
        default: break
        }
    }

    /// As ``JSONIndex/shortString(_:in:)`` gives it.
    @inline(__always)
    private static func name(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar) -> UInt32 {
        first.value << 16 | second.value << 8 | third.value
    }
}

extension JSONIndex {
    fileprivate func requireString(_ node: Int, _ name: StaticString) throws(AuthKeysError) -> Int {
        guard nodes[node].kind.isString else {
            throw mistyped(node, name, expected: "a string")
        }
        return node
    }

    fileprivate func requireStrings(_ node: Int, _ name: StaticString) throws(AuthKeysError) -> Int {
        switch nodes[node].kind {
        case .string, .escapedString: return node
        case .array where strings(node).count == elementCount(node): return node
        default:
            let found = nodes[node].kind == .array ? "an array with other things than strings" : nil
            throw mistyped(node, name, found: found, expected: "a string or an array of strings")
        }
    }

    fileprivate func requireDate(
        _ node: Int, _ name: StaticString, in text: Span<UInt8>
    ) throws(AuthKeysError) -> NumericDate {
        guard nodes[node].kind == .number else {
            throw mistyped(node, name, expected: "a number of seconds since 1970 UTC")
        }
        if let seconds = wholeNumber(node, in: text) { return NumericDate(secondsSince1970: seconds) }
        return NumericDate(number(node, in: text))
    }

    private func mistyped(
        _ node: Int, _ name: StaticString, found: String? = nil, expected: String
    ) -> AuthKeysError {
        AuthKeysError(
            JWTCode.claimType, "the claim '\(name)' is \(found ?? typeName(node)) where \(expected) is expected",
            hint: "whoever signs the token has to write it as RFC 7519 §4.1 says")
    }
}
