/// The protected header of a JWS (RFC 7515 §4.1). Members that name or carry a key (`jku`, `jwk`, `x5u`, `x5c`) are never
/// looked at: a token does not choose the key that judges it.
public struct ProtectedHeader: Sendable {
    /// The `alg`, whatever it is.
    public let algorithm: String
    public let keyID: KeyID?
    public let type: String?
    public let json: JSONValue

    /// - Throws: `jws.header-member` for a missing or mistyped member, and for `crit`, `b64` and `cty`, which change what
    ///   a token means and are not understood here (RFC 7515 §4.1.11); a `json.…` code.
    init(_ bytes: [UInt8]) throws(AuthKeysError) {
        let header = try JWSHeader(bytes)
        if let obstacle = header.obstacle { throw obstacle }
        algorithm = header.algorithm
        keyID = header.keyID
        type = header.type
        json = header.json
    }

    /// alg, typ and kid, in that order.
    package init(algorithm: JWSAlgorithm, type: String?, keyID: KeyID?) {
        self.algorithm = algorithm.name
        self.keyID = keyID
        self.type = type
        var members = [JSONMember(name: "alg", value: .string(algorithm.name))]
        if let type { members.append(JSONMember(name: "typ", value: .string(type))) }
        if let keyID { members.append(JSONMember(name: "kid", value: .string(keyID.description))) }
        json = JSONValue(.object(members))
    }
}
