/// A set of public keys to verify with (RFC 7517 §5): every key usable, every kid at most once.
public struct JWKSet: Sendable, Hashable {
    public let keys: [JWK]
    /// What was left out when it was read, for the message of a verifier that misses it.
    let passedOver: [PassedOverKey]

    /// The most keys that are read.
    public static let maximumCount = 100

    /// - Throws: `jwks.duplicate-kid`, `jwks.too-many-keys`.
    public init(_ keys: [JWK]) throws(AuthKeysError) {
        try self.init(keys, passedOver: [])
    }

    private init(_ keys: [JWK], passedOver: [PassedOverKey]) throws(AuthKeysError) {
        try Self.requireReadable(keys.count)
        var seen: Set<KeyID> = []
        for case let keyID? in keys.map(\.keyID) where !seen.insert(keyID).inserted {
            throw AuthKeysError(
                JOSECode.duplicateKeyID, "two keys of the set have the kid \(keyID.quoted)",
                hint: "a kid belongs to one key for ever; give the newer one another")
        }
        self.keys = keys
        self.passedOver = passedOver
    }

    /// - Parameters:
    ///   - text: JSON in UTF-8, 256 KiB at most.
    ///   - unusableKeys: what becomes of keys of other kinds than those that are used here.
    /// - Throws: the codes of `JSON.parse`, ``JWK/init(_:)`` and ``init(_:)``,
    ///   `jwks.malformed`.
    public init(parsing text: Span<UInt8>, unusableKeys: UnusableKeys = .refuse) throws(AuthKeysError) {
        let document = try JWKSetDocument(reading: text)
        if let duplicate = document.duplicateMembers.first {
            throw AuthKeysError(
                JSONCode.duplicateName,
                "the member \(Escaper.json(duplicate.name, shownLength: 64)) stands twice in one object",
                at: SourceLocation(byteOffset: duplicate.nameOffset))
        }
        try document.requirePublic()
        try Self.requireReadable(document.entries.count)
        var keys: [JWK] = []
        var passedOver: [PassedOverKey] = []
        for entry in document.entries {
            if unusableKeys == .skip, entry.isOfAnotherKind {
                if let key = PassedOverKey(entry.json) { passedOver.append(key) }
            } else {
                keys.append(try entry.key.get())
            }
        }
        try self.init(keys, passedOver: passedOver)
    }

    public static func == (left: Self, right: Self) -> Bool { left.keys == right.keys }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(keys)
    }

    public var json: JSONValue {
        .object(["keys": .array(keys.map(\.json))])
    }

    private static func requireReadable(_ count: Int) throws(AuthKeysError) {
        guard count <= maximumCount else {
            throw AuthKeysError(JOSECode.tooManyKeys, "a set of \(count) keys, at most \(maximumCount) are read")
        }
    }
}
