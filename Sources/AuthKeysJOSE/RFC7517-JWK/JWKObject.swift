/// A JWK as it stands in JSON: reads a member or says what is wrong with it, and never shows its value.
struct JWKObject {
    private let json: JSONValue

    init(_ json: JSONValue) {
        self.json = json
    }

    func requireObject() throws(AuthKeysError) {
        guard json.members != nil else {
            throw AuthKeysError(
                JOSECode.jwkMember, "\(json.typeName) where a JWK, an object, is expected",
                at: SourceLocation(byteOffset: json.byteOffset))
        }
    }

    /// The names of the private members it has, in the order of RFC 7518.
    var privateMembers: [String] {
        JWK.privateMembers.filter { json[$0] != nil }
    }

    func string(_ name: String) throws(AuthKeysError) -> String? {
        guard let value = json[name] else { return nil }
        guard let string = value.string else {
            throw AuthKeysError(
                JOSECode.jwkMember, "the JWK's '\(name)' is \(value.typeName) where a string is expected",
                at: SourceLocation(byteOffset: value.byteOffset))
        }
        return string
    }

    func strings(_ name: String) throws(AuthKeysError) -> [String]? {
        guard let value = json[name] else { return nil }
        guard let strings = value.elements?.map(\.string), !strings.contains(nil) else {
            throw AuthKeysError(
                JOSECode.jwkMember, "the JWK's '\(name)' is not an array of strings",
                at: SourceLocation(byteOffset: value.byteOffset))
        }
        return strings.compactMap(\.self)
    }

    func requiredString(_ name: String) throws(AuthKeysError) -> String {
        guard let string = try string(name) else {
            throw AuthKeysError(
                JOSECode.jwkMember, "a JWK without '\(name)'", at: SourceLocation(byteOffset: json.byteOffset))
        }
        return string
    }

    /// A Base64urlUInt (RFC 7518 §2): base64url of the big-endian octets.
    func number(_ name: String) throws(AuthKeysError) -> [UInt8] {
        let text = try requiredString(name)
        do {
            return try Base64URL.decode(text)
        } catch {
            throw AuthKeysError(
                JOSECode.jwkMember, "the JWK's '\(name)' is not base64url: \(error.message)", hint: error.hint,
                at: SourceLocation(byteOffset: json[name]?.byteOffset ?? json.byteOffset))
        }
    }

    func algorithm() throws(AuthKeysError) -> JWSAlgorithm? {
        guard let name = try string("alg") else { return nil }
        guard let algorithm = JWSAlgorithm.named(name) else {
            throw AuthKeysError(
                JOSECode.algorithm, "the JWK is for an algorithm other than \(JWSAlgorithm.allNames)",
                at: SourceLocation(byteOffset: json["alg"]?.byteOffset ?? json.byteOffset))
        }
        return algorithm
    }
}
