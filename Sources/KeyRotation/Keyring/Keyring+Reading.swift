public import AuthKeysJOSE
internal import Consumers
internal import CryptoOpenSSL

extension Keyring {
    /// Reads the file of a keyring that is not sealed. What no command writes is refused.
    ///
    /// - Throws: `rotation.malformed`, `rotation.newer-version`, `rotation.inconsistent`, `rotation.policy`,
    ///   `rotation.no-overlap`.
    public init(parsing text: Span<UInt8>) throws(AuthKeysError) {
        let masked = MaskedKeyringText.bytes(text)
        let json: JSONValue
        do throws(AuthKeysError) { json = try JSON.parse(masked.span, limits: KeyringText.limits) } catch {
            throw AuthKeysError(
                RotationCode.malformed, "the keyring is cut off or damaged: \(error.message)",
                hint: "nothing was changed; take the file of a backup", at: error.location,
                underlying: [error.description])
        }
        try KeyringSchema.require(KeyringText.family, 1, in: json)
        let object = try StrictObject(
            json, "the keyring",
            allowing: [
                "schema", "generation", "test", "profile", "heldUntil", "policy", "pending", "keys", "history",
                "digest",
            ])
        let profileName = try object.string("profile")
        guard let profile = Profile.named(profileName) else {
            throw StrictObject.malformed(
                "the keyring is for the profile \(Escaper.json(profileName, shownLength: 64)), which is not known here",
                at: json["profile"])
        }
        var records: [KeyRecord] = []
        var privateKeys: [KeyID: RSAPrivateKey] = [:]
        var publicKeys: [KeyID: RSAPublicKey] = [:]
        for element in try object.elements("keys") {
            let entry = try KeyringEntry(element, in: text)
            records.append(entry.record)
            privateKeys[entry.record.keyID] = entry.privateKey
            publicKeys[entry.record.keyID] = entry.publicKey
        }
        let history = try object.elements("history").map { json throws(AuthKeysError) in try HistoryEntry(json) }
        let pending = try object.value("pending")
        self.init(
            isTest: try object.boolean("test"), profile: profile, generation: try object.count("generation"),
            schedule: KeySchedule(
                policy: try RotationPolicy(object.value("policy")), keys: records,
                heldUntil: try object.optionalDate("heldUntil")),
            history: history, pendingDelivery: pending.isNull ? nil : try PendingDelivery(pending),
            privateKeys: privateKeys, publicKeys: publicKeys)
        try schedule.check()
        try checkHistory()
        try Self.requireOverlap(profile)
        try KeyringDigest.require(object, in: text)
    }

    private func checkHistory() throws(AuthKeysError) {
        let contradiction: String? =
            if Set(publicKeys.values).count < schedule.keys.count {
                "two kids belong to one key"
            } else if history.isEmpty {
                "it has no history"
            } else if let late = schedule.keys.flatMap(\.times).compactMap(\.date).max(), late > lastDate {
                "a key has a time after the last entry of the history"
            } else if generation < 1 {
                "its generation is \(generation)"
            } else {
                nil
            }
        guard let contradiction else { return }
        throw AuthKeysError(
            RotationCode.inconsistent, "the keyring contradicts itself: \(contradiction)",
            hint: "nothing was changed; take the file of a backup, and edit no keyring by hand")
    }
}

/// The `schema` member of a file.
enum KeyringSchema {
    /// - Throws: `rotation.malformed`, `rotation.newer-version`.
    static func require(_ family: String, _ version: Int, in json: JSONValue) throws(AuthKeysError) {
        guard let schema = json["schema"]?.string, schema.utf8.starts(with: family.utf8) else {
            throw AuthKeysError(
                RotationCode.malformed, "this is no keyring: it has no schema '\(family)\(version)'",
                hint: "authkeys rotation init makes a keyring")
        }
        guard let number = Int(Substring(schema.utf8.dropFirst(family.utf8.count))), number > 0 else {
            throw StrictObject.malformed("the keyring has a schema that no version has", at: json["schema"])
        }
        guard number <= version else {
            throw AuthKeysError(
                RotationCode.newerVersion,
                "the keyring is of version \(number) of its format, and this program knows up to \(version)",
                hint: "nothing was changed; use the newer authkeys that wrote it")
        }
    }
}

/// One element of `keys`.
private struct KeyringEntry {
    let record: KeyRecord
    let privateKey: RSAPrivateKey?
    let publicKey: RSAPublicKey

    init(_ json: JSONValue, in text: Span<UInt8>) throws(AuthKeysError) {
        let object = try StrictObject(
            json, "a key",
            allowing: [
                "kid", "state", "tokenLifetime", "staged", "publicationSeen", "activated", "demoted", "demotionSeen",
                "removed", "removalSeen", "probed", "acknowledged", "privateKey", "n", "e",
            ])
        let name = try object.string("state")
        guard let state = KeyState(rawValue: name) else {
            throw object.wrong("state", json, "one of \(KeyState.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if object.has("privateKey") {
            let key = try Self.privateKey(try object.value("privateKey"), in: text)
            guard !object.has("n"), !object.has("e") else {
                throw StrictObject.malformed("a key has a private half and a public one beside it", at: json)
            }
            privateKey = key
            publicKey = key.publicKey
        } else {
            privateKey = nil
            do throws(AuthKeysError) {
                publicKey = try RSAPublicKey(
                    n: Base64URL.decode(try object.string("n")), e: Base64URL.decode(try object.string("e")))
            } catch {
                throw StrictObject.malformed("the public half of a key cannot be read: \(error.message)", at: json)
            }
        }
        var record = KeyRecord(
            staging: KeyID(try object.string("kid")), at: try object.date("staged"),
            tokenLifetime: try object.duration("tokenLifetime"), hasPrivateHalf: privateKey != nil)
        record.state = state
        record.publicationSeenAt = try object.optionalDate("publicationSeen")
        record.activatedAt = try object.optionalDate("activated")
        record.demotedAt = try object.optionalDate("demoted")
        record.demotionSeenAt = try object.optionalDate("demotionSeen")
        record.removedAt = try object.optionalDate("removed")
        record.removalSeenAt = try object.optionalDate("removalSeen")
        if let date = try object.optionalDate("acknowledged") { record.acceptance = .acknowledged(date) }
        if let date = try object.optionalDate("probed") { record.acceptance = .probed(date) }
        self.record = record
    }

    private static func privateKey(_ json: JSONValue, in text: Span<UInt8>) throws(AuthKeysError) -> RSAPrivateKey {
        // Masked, so that its length is all it tells.
        guard let length = json.string?.utf8.count, json.byteOffset + 1 + length <= text.count else {
            throw StrictObject.malformed("the private half of a key is no string", at: json)
        }
        let start = json.byteOffset + 1
        do throws(AuthKeysError) {
            return try RSAPrivateKey(pemRepresentation: text.extracting(start..<start + length), grammar: .lax)
        } catch {
            throw StrictObject.malformed("the private half of a key cannot be read: \(error.message)", at: json)
        }
    }
}

extension RotationPolicy {
    fileprivate init(_ json: JSONValue) throws(AuthKeysError) {
        let object = try StrictObject(
            json, "the policy",
            allowing: [
                "clockError", "cacheAge", "fetchTimeout", "staleIfError", "publicationSpread", "signerSpread",
                "tokenLifetime", "leeway", "period", "confirmWithin", "rollbackWindow",
            ])
        self.init(
            clockError: try object.duration("clockError"), cacheAge: try object.duration("cacheAge"),
            fetchTimeout: try object.duration("fetchTimeout"),
            staleIfError: try object.optionalDuration("staleIfError"),
            publicationSpread: try object.duration("publicationSpread"),
            signerSpread: try object.duration("signerSpread"), tokenLifetime: try object.duration("tokenLifetime"),
            leeway: try object.duration("leeway"), period: try object.duration("period"),
            confirmWithin: try object.duration("confirmWithin"), rollbackWindow: try object.duration("rollbackWindow"))
    }
}

extension HistoryEntry {
    fileprivate init(_ json: JSONValue) throws(AuthKeysError) {
        let object = try StrictObject(
            json, "an entry of the history", allowing: ["at", "event", "kid", "forced", "note", "user"])
        guard let event = Event.named(try object.string("event")) else {
            throw object.wrong("event", json, "one that is known here")
        }
        self.init(
            event, at: try object.date("at"), keyID: try object.optionalString("kid").map { KeyID($0) },
            isForced: object.has("forced") ? try object.boolean("forced") : false,
            note: try object.optionalString("note"), user: try object.optionalString("user"))
    }
}

extension PendingDelivery {
    fileprivate init(_ json: JSONValue) throws(AuthKeysError) {
        let object = try StrictObject(
            json, "the pending delivery", allowing: ["event", "since", "attempts", "kid"])
        guard let event = HistoryEntry.Event.named(try object.string("event")) else {
            throw object.wrong("event", json, "one that is known here")
        }
        self.init(
            event: event, keyID: try object.optionalString("kid").map { KeyID($0) }, since: try object.date("since"),
            attempts: try object.count("attempts"))
    }
}
