/// Adds keys to a set, removes them and merges sets, on the text itself: what an edit does not touch stays byte for byte
/// what it was, with the members of the set and of its keys that nobody here knows, their order, and the white space.
///
/// A new key is laid out as its neighbour is: compact, spaced or one member a line. Keys that are not RSA are kept like
/// any other. A set with a private member, or with two members of one name, is not edited: the one has to be dealt with,
/// and the other means two things.
///
/// An edit that throws changes nothing.
public struct JWKSetEditor: Sendable {
    struct Key: Sendable {
        let keyID: KeyID?
        let identity: KeyIdentity
        let text: JWKText
    }

    private(set) var keys: [Key]
    private var text: JWKSetText

    /// - Throws: `jwk.private-member`, `json.duplicate-name`, `jwks.too-many-keys`, and the codes of
    ///   ``JWKSetDocument/init(reading:)``.
    public init(reading text: Span<UInt8>) throws(AuthKeysError) {
        let document = try JWKSetDocument(reading: text)
        try document.requirePublic()
        // Again, for the error that names the place.
        if !document.duplicateMembers.isEmpty { _ = try JSON.parse(text, limits: .keySet) }
        keys = document.entries.map { entry in
            Key(
                keyID: entry.keyID, identity: KeyIdentity(entry), text: JWKText(entry.json, in: text))
        }
        self.text = JWKSetText(text, keys: document.json["keys"] ?? .array([]))
        try requireRoom(for: 0)
    }

    /// Starts with a set in compact JSON.
    public init(_ set: JWKSet) throws(AuthKeysError) {
        let json = set.json.compactJSON
        try self.init(reading: json.utf8.span)
    }

    /// The kids in the order of the set; `nil` for a key without one.
    public var keyIDs: [KeyID?] { keys.map(\.keyID) }

    /// The text of the set, after it was read again and found to hold exactly these keys.
    /// - Throws: `internal.proof-failed`; `json.too-large`, when no reader here would take it.
    public func encoded() throws(AuthKeysError) -> [UInt8] {
        let bytes = text.bytes
        let read = try Self(reading: bytes.span)
        guard read.keyIDs == keyIDs, read.keys.map(\.identity) == keys.map(\.identity) else {
            throw AuthKeysError(InternalCode.proofFailed, "the edited set does not read back as it was meant")
        }
        return bytes
    }

    /// Puts a key at the end: it is published and does not sign yet, and readers that take the first key keep theirs.
    ///
    /// - Parameters:
    ///   - jwk: written as ``JWK/json`` has it.
    ///   - allowsOtherKeyID: whether the same key may stand in the set under another kid, or under none. It may while
    ///     verifiers are led from one kid to the other; a verifier of tokens without a kid then sees two keys.
    /// - Throws: `jwks.duplicate-kid`, `jwks.duplicate-key`, `jwks.too-many-keys`.
    public mutating func add(_ jwk: JWK, allowsOtherKeyID: Bool = false) throws(AuthKeysError) {
        let json = jwk.json.compactJSON
        let written = try JSON.parse(json, limits: .keySet)
        try add(
            Key(keyID: jwk.keyID, identity: .rsa(jwk.key), text: JWKText(written, in: json.utf8.span)),
            allowsOtherKeyID: allowsOtherKeyID)
    }

    /// Takes out the key with that kid. A key without a kid goes by its thumbprint.
    /// - Throws: `jwks.unknown-kid` with the kids that are there; `jwks.duplicate-kid`, when two different keys have it.
    public mutating func remove(_ keyID: KeyID) throws(AuthKeysError) {
        var found = keys.indices.filter { keys[$0].keyID == keyID }
        if found.isEmpty { found = keys.indices.filter { keys[$0].goesByThumbprint(keyID) } }
        guard !found.isEmpty else { throw unknown(keyID) }
        guard Set(found.map { keys[$0].identity }).count == 1 else {
            throw AuthKeysError(
                JOSECode.duplicateKeyID, "\(found.count) different keys have the kid \(keyID.quoted)",
                hint: "give them different kids in the file first")
        }
        for index in found.reversed() {
            keys.remove(at: index)
            text.remove(at: index)
        }
    }

    /// Takes over the keys of another set, in its order, behind those that are here. The same key under the same kid is
    /// one, and this set's members of it are kept.
    /// - Parameters:
    ///   - other: the set that is taken over.
    ///   - allowsOtherKeyID: as for ``add(_:allowsOtherKeyID:)``.
    /// - Returns: how many keys were new.
    /// - Throws: what ``add(_:allowsOtherKeyID:)`` throws; then nothing is taken over.
    @discardableResult
    public mutating func merge(_ other: Self, allowsOtherKeyID: Bool = false) throws(AuthKeysError) -> Int {
        var merged = self
        for key in other.keys
        where !merged.keys.contains(where: { $0.keyID == key.keyID && $0.identity == key.identity }) {
            try merged.add(key, allowsOtherKeyID: allowsOtherKeyID)
        }
        let count = merged.keys.count - keys.count
        self = merged
        return count
    }

    private mutating func add(_ key: Key, allowsOtherKeyID: Bool) throws(AuthKeysError) {
        if let keyID = key.keyID, let index = keys.firstIndex(where: { $0.keyID == keyID }) {
            let isSame = keys[index].identity == key.identity
            throw AuthKeysError(
                JOSECode.duplicateKeyID,
                "the set already has \(isSame ? "this key" : "another key") under the kid \(keyID.quoted)",
                hint: isSame ? nil : "a kid belongs to one key for ever; give the newer one another, or its thumbprint")
        }
        if !allowsOtherKeyID, let index = keys.firstIndex(where: { $0.identity == key.identity }) {
            let place = keys[index].keyID.map { "under the kid \($0.quoted)" } ?? "without a kid"
            throw AuthKeysError(
                JOSECode.duplicateKey, "the set already has this key, \(place)",
                hint: "remove that one first if it is to have another kid")
        }
        try requireRoom(for: 1)
        keys.append(key)
        text.append(key.text)
    }

    private func requireRoom(for additional: Int) throws(AuthKeysError) {
        guard keys.count + additional > JWKSet.maximumCount else { return }
        throw AuthKeysError(
            JOSECode.tooManyKeys,
            "a set of \(keys.count + additional) keys, at most \(JWKSet.maximumCount) are read")
    }

    private func unknown(_ keyID: KeyID) -> AuthKeysError {
        let named = keyIDs.compactMap(\.self)
        let shown = named.prefix(10).map(\.quoted).joined(separator: ", ")
        let rest = named.count > 10 ? " and \(named.count - 10) more" : ""
        let hint =
            if !named.isEmpty { "its kids are \(shown)\(rest)" } else if keys.isEmpty { "the set has no keys" } else {
                "none of its keys has a kid; such a key goes by its thumbprint"
            }
        return AuthKeysError(JOSECode.unknownKeyID, "the set has no key with the kid \(keyID.quoted)", hint: hint)
    }
}

extension JWKSetEditor.Key {
    fileprivate func goesByThumbprint(_ keyID: KeyID) -> Bool {
        guard self.keyID == nil, case .rsa(let key) = identity else { return false }
        return (try? key.thumbprint()) == keyID
    }
}
