/// What makes two JWKs one key, whatever they are called and said to be for.
enum KeyIdentity: Sendable, Hashable {
    case rsa(RSAPublicKey)
    /// A key that is not read here: its other members as compact JSON, in the order of their names.
    case other(String)

    init(_ entry: JWKSetDocument.Entry) {
        if let key = entry.rsaKey {
            self = .rsa(key)
            return
        }
        guard let members = entry.json.members else {
            self = .other(entry.json.compactJSON)
            return
        }
        let material = members.filter { !Self.descriptive.contains($0.name) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        self = .other(JSONValue(.object(material)).compactJSON)
    }

    /// RFC 7517 §4.2 to §4.9, and the member that WebCrypto adds.
    private static let descriptive: Set<String> = [
        "use", "key_ops", "alg", "kid", "x5u", "x5c", "x5t", "x5t#S256", "ext",
    ]
}
