/// The keys of a set, a row each, for a table or for JSON.
public struct JWKSetListing: Sendable {
    public struct Row: Sendable {
        public let keyID: KeyID?
        /// The `kty`.
        public let keyType: String?
        public let algorithm: String?
        public let use: String?
        /// The length of the modulus; `nil` for what is no RSA key.
        public let bits: Int?
        /// RFC 7638, SHA-256; `nil` for what is no RSA key.
        public let thumbprint: KeyID?
        /// Why a verifier here would not take the key.
        public let problem: AuthKeysError?

        /// `nil` without a kid or a thumbprint.
        public var keyIDIsThumbprint: Bool? {
            guard let keyID, let thumbprint else { return nil }
            return keyID == thumbprint
        }
    }

    /// In the order of the set.
    public let rows: [Row]

    /// - Throws: `jwk.private-member`, `crypto.failed`.
    public init(_ document: JWKSetDocument) throws(AuthKeysError) {
        try document.requirePublic()
        var rows: [Row] = []
        for entry in document.entries {
            let key = entry.rsaKey
            let problem: AuthKeysError? = if case .failure(let error) = entry.key { error } else { nil }
            rows.append(
                Row(
                    keyID: entry.keyID, keyType: entry.json["kty"]?.string,
                    algorithm: entry.json["alg"]?.string, use: entry.json["use"]?.string, bits: key?.keySizeInBits,
                    thumbprint: try key?.thumbprint(), problem: problem))
        }
        self.rows = rows
    }

    /// An array with an object for each row; what is not known is left out.
    public var json: JSONValue {
        .array(rows.map(\.json))
    }
}

extension JWKSetListing.Row {
    /// kid, kty, alg, use, bits, thumbprint, kidIsThumbprint, problem.
    public var json: JSONValue {
        var members: [JSONMember] = []
        func add(_ name: String, _ value: JSONValue?) {
            if let value { members.append(JSONMember(name: name, value: value)) }
        }
        add("kid", (keyID?.description).map { .string($0) })
        add("kty", keyType.map { .string($0) })
        add("alg", algorithm.map { .string($0) })
        add("use", use.map { .string($0) })
        add("bits", bits.map { .integer(Int64($0)) })
        add("thumbprint", (thumbprint?.description).map { .string($0) })
        add("kidIsThumbprint", keyIDIsThumbprint.map { .boolean($0) })
        add("problem", (problem?.description).map { .string($0) })
        return JSONValue(.object(members))
    }
}
