/// A protected header as far as verifying needs it, read where it stands.
struct JWSHeader {
    private let text: [UInt8]
    let index: JSONIndex
    private let keyIDNode: Int?
    let algorithm: String
    let type: String?
    /// What in it changes the token's meaning and is not understood here.
    let obstacle: AuthKeysError?

    /// - Throws: `jws.header-member` for a missing or mistyped member; a `json.…` code.
    init(_ text: [UInt8]) throws(AuthKeysError) {
        let bytes = text.span
        let index = try JSONIndex(bytes, limits: .token)
        if let name = index.duplicateNames.first { throw JSON.duplicate(name, of: index, in: bytes) }
        guard index.nodes[0].kind == .object else {
            throw AuthKeysError(
                JOSECode.headerMember, "\(index.typeName(0)) where a header, an object, is expected")
        }
        var algorithm: String?
        var type: String?
        var keyIDNode: Int?
        var obstacle: StaticString?
        var name = 1
        while name < index.after(0) {
            let value = name + 1
            if index.string(name, equals: "alg", in: bytes) {
                algorithm = index.string(try index.requireHeaderString(value, "alg"), in: bytes)
            } else if index.string(name, equals: "typ", in: bytes) {
                type = index.string(try index.requireHeaderString(value, "typ"), in: bytes)
            } else if index.string(name, equals: "kid", in: bytes) {
                keyIDNode = try index.requireHeaderString(value, "kid")
            } else {
                obstacle = obstacle ?? Self.notUnderstood.first { index.string(name, equals: $0, in: bytes) }
            }
            name = index.after(value)
        }
        guard let algorithm else { throw AuthKeysError(JOSECode.headerMember, "a header without 'alg'") }
        self.algorithm = algorithm
        self.type = type
        self.keyIDNode = keyIDNode
        self.index = index
        self.text = text
        self.obstacle = obstacle.map { Self.obstacle($0) }
    }

    /// `b64` makes the payload another one (RFC 7797), `crit` names what must be understood, `cty` says that the payload
    /// is a token in turn.
    private static let notUnderstood: [StaticString] = ["crit", "b64", "cty"]

    private static func obstacle(_ name: StaticString) -> AuthKeysError {
        AuthKeysError(
            JOSECode.headerMember,
            "a header with '\(name)', which changes what a token means and is not understood here",
            hint: "the signer has to leave it out (RFC 7515 §4.1.10, §4.1.11)")
    }

    var keyID: KeyID? {
        keyIDNode.map { KeyID(utf8: index.utf8($0, in: text.span)) }
    }

    var hasKeyID: Bool { keyIDNode != nil }

    func names(_ keyID: KeyID?) -> Bool {
        guard let keyID, let keyIDNode else { return false }
        return index.string(keyIDNode, equals: keyID.utf8, in: text.span)
    }

    var json: JSONValue { JSONValue(index, node: 0, in: text.span) }

    var evidence: String {
        var parts = ["alg is \(Escaper.json(algorithm, shownLength: 64))"]
        if let type { parts.append("typ is \(Escaper.json(type, shownLength: 64))") }
        parts.append(keyID.map { "kid is \($0.quoted)" } ?? "no kid")
        return parts.joined(separator: ", ")
    }
}

extension JSONIndex {
    fileprivate func requireHeaderString(_ node: Int, _ name: StaticString) throws(AuthKeysError) -> Int {
        guard nodes[node].kind.isString else {
            throw AuthKeysError(
                JOSECode.headerMember, "the header's '\(name)' is \(typeName(node)) where a string is expected")
        }
        return node
    }
}
