/// A public RSA key as a JSON Web Key (RFC 7517 §4, RFC 7518 §6.3.1). There is no way to put a private key into one.
public struct JWK: Sendable, Hashable {
    public let key: RSAPublicKey
    public let keyID: KeyID?
    public let algorithm: JWSAlgorithm?
    /// `sig` for a key that signs (RFC 7517 §4.2).
    public let use: String?
    /// What the key may do, `verify` among it (RFC 7517 §4.3); `nil` for anything.
    public let operations: [String]?

    public init(_ key: RSAPublicKey, keyID: KeyID? = nil, algorithm: JWSAlgorithm? = .rs256, use: String? = "sig") {
        self.init(key, keyID: keyID, algorithm: algorithm, use: use, operations: nil)
    }

    init(_ key: RSAPublicKey, keyID: KeyID?, algorithm: JWSAlgorithm?, use: String?, operations: [String]?) {
        self.key = key
        self.keyID = keyID
        self.algorithm = algorithm
        self.use = use
        self.operations = operations
    }

    /// The members of RFC 7518 §6.3.2 and §6.4 that no public key has.
    public static let privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"]

    /// - Throws: `jwk.kty`, `jwk.member`, `jwk.private-member`, or what `RSAPublicKey(n:e:)` throws.
    public init(_ json: JSONValue) throws(AuthKeysError) {
        let object = JWKObject(json)
        try object.requireObject()
        if let member = object.privateMembers.first {
            throw AuthKeysError(
                JOSECode.privateMember, "a JWK with the private member '\(member)' where a public key is expected",
                hint: "treat the key as published: replace it, and publish only kty, use, alg, kid, n and e",
                at: SourceLocation(byteOffset: json[member]?.byteOffset ?? json.byteOffset))
        }
        guard try object.requiredString("kty") == "RSA" else {
            throw AuthKeysError(
                JOSECode.jwkType, "a JWK whose kty is not RSA", at: SourceLocation(byteOffset: json.byteOffset))
        }
        algorithm = try object.algorithm()
        keyID = try object.string("kid").map { KeyID($0) }
        use = try object.string("use")
        operations = try object.strings("key_ops")
        key = try RSAPublicKey(n: try object.number("n"), e: try object.number("e"))
    }

    /// The same key in memory of its own.
    func copy() throws(AuthKeysError) -> JWK {
        let key = try RSAPublicKey(n: [UInt8](copying: key.n.span), e: [UInt8](copying: key.e.span))
        let keyID = keyID.map { KeyID(utf8: [UInt8](copying: $0.utf8.span)) }
        return JWK(key, keyID: keyID, algorithm: algorithm, use: use, operations: operations)
    }

    /// Whether it may verify signatures of that algorithm, by its `use`, `key_ops` and `alg`.
    func mayVerify(_ algorithm: JWSAlgorithm) -> Bool {
        (use ?? "sig") == "sig" && (operations ?? ["verify"]).contains("verify")
            && (self.algorithm ?? algorithm) == algorithm
    }

    /// kty, use, key_ops, alg, kid, n, e, in that order.
    public var json: JSONValue {
        var members = [JSONMember(name: "kty", value: .string("RSA"))]
        if let use { members.append(JSONMember(name: "use", value: .string(use))) }
        if let operations { members.append(JSONMember(name: "key_ops", value: .array(operations.map { .string($0) }))) }
        if let algorithm { members.append(JSONMember(name: "alg", value: .string(algorithm.name))) }
        if let keyID { members.append(JSONMember(name: "kid", value: .string(keyID.description))) }
        members.append(JSONMember(name: "n", value: .string(Base64URL.encode(key.n.span))))
        members.append(JSONMember(name: "e", value: .string(Base64URL.encode(key.e.span))))
        return JSONValue(.object(members))
    }
}
