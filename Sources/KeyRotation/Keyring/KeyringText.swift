public import AuthKeysJOSE
internal import Consumers
public import CryptoOpenSSL

/// What the file of a keyring looks like.
///
/// ```
/// {"schema":"authkeys.keyring/1",
/// "generation":3,"test":false,"profile":"generic","heldUntil":null,
/// "policy":{"clockError":60,…},
/// "pending":null,
/// "keys":[
/// {"kid":…,"state":"active","staged":TIME,…,"privateKey":PEM}
/// ],
/// "history":[
/// {"at":TIME,"event":"created","kid":…}
/// ],
/// "digest":…}
/// ```
/// Lengths of time are seconds, times RFC 3339 in UTC. A key whose private half is there has no public half in the file: it
/// is worked out when the file is read.
enum KeyringText {
    static let family = "authkeys.keyring/"
    static let schema = "authkeys.keyring/1"
    static let limits = JSONLimits(bytes: 4 << 20, depth: 6)
}

extension Keyring {
    /// How the `schema` of every version begins.
    package static let schemaFamily = KeyringText.family

    /// The most bytes that a file may have, sealed or not.
    public static let fileSizeLimit = 6 << 20

    /// The file, not sealed: a secret.
    /// - Throws: `crypto.failed`, `rotation.malformed` for a keyring that has become too large to be read again.
    public func fileContents() throws(AuthKeysError) -> SecretBytes {
        var text = SecretBuilder(reservingCapacity: 16_384)
        text.append("{\"schema\":\"\(KeyringText.schema)\",\n")
        text.append("\"generation\":\(generation),\"test\":\(isTest),\"profile\":\(Escaper.json(profile.name)),")
        text.append("\"heldUntil\":\(schedule.heldUntil.json.compactJSON),\n")
        text.append("\"policy\":\(schedule.policy.json.compactJSON),\n")
        text.append("\"pending\":\((pendingDelivery?.json ?? .null).compactJSON),\n\"keys\":[")
        for (index, record) in schedule.keys.enumerated() {
            text.append(index == 0 ? "\n" : ",\n")
            text.append(String(record.json.compactJSON.dropLast()))
            if let key = privateKeys[record.keyID] {
                // One line, so that no character of it needs an escape.
                text.append(",\"privateKey\":\"")
                try key.pkcs8PEMRepresentationOnOneLine().withBytes { text.append($0) }
                text.append("\"}")
            } else if let key = publicKeys[record.keyID] {
                let jwk = JWK(key, keyID: record.keyID, algorithm: nil, use: nil).json
                text.append(",\"n\":\((jwk["n"] ?? .null).compactJSON),\"e\":\((jwk["e"] ?? .null).compactJSON)}")
            } else {
                text.append("}")
            }
        }
        text.append("\n],\n\"history\":[")
        for (index, entry) in history.enumerated() {
            text.append(index == 0 ? "\n" : ",\n")
            text.append(entry.json.compactJSON)
        }
        text.append("\n],\n\"\(KeyringDigest.member)\":")
        let before = text.finish()
        var whole = SecretBuilder(reservingCapacity: before.count + 64)
        before.withBytes { whole.append($0) }
        let digest = try before.withBytes { bytes throws(AuthKeysError) in try KeyringDigest.text(of: bytes) }
        whole.append("\"\(digest)\"}\n")
        let contents = whole.finish()
        guard contents.count <= KeyringText.limits.bytes else {
            throw AuthKeysError(
                RotationCode.malformed, "the keyring has grown to \(contents.count) bytes, too large to be read again",
                hint: "begin a new one: authkeys rotation init NEW --key KEY --jwks JWKS")
        }
        return contents
    }
}

extension Optional<NumericDate> {
    var json: JSONValue { map { .string($0.description) } ?? .null }
}

extension Duration {
    fileprivate var json: JSONValue { .integer(components.seconds) }
}

extension RotationPolicy {
    var json: JSONValue {
        .object([
            "clockError": clockError.json, "cacheAge": cacheAge.json, "fetchTimeout": fetchTimeout.json,
            "staleIfError": staleIfError?.json ?? .null, "publicationSpread": publicationSpread.json,
            "signerSpread": signerSpread.json, "tokenLifetime": tokenLifetime.json, "leeway": leeway.json,
            "period": period.json, "confirmWithin": confirmWithin.json, "rollbackWindow": rollbackWindow.json,
        ])
    }
}

extension KeyRecord {
    /// Without the key; a time that is not there is left out.
    fileprivate var json: JSONValue {
        var members = [
            JSONMember(name: "kid", value: .string(keyID.description)),
            JSONMember(name: "state", value: .string(state.rawValue)),
            JSONMember(name: "tokenLifetime", value: tokenLifetime.json),
        ]
        for (name, date) in times where date != nil { members.append(JSONMember(name: name, value: date.json)) }
        switch acceptance {
        case .probed(let date): members.append(JSONMember(name: "probed", value: .string(date.description)))
        case .acknowledged(let date):
            members.append(JSONMember(name: "acknowledged", value: .string(date.description)))
        case nil: break
        }
        return .object(members)
    }

    package var times: [(name: String, date: NumericDate?)] {
        [
            ("staged", stagedAt), ("publicationSeen", publicationSeenAt), ("activated", activatedAt),
            ("demoted", demotedAt), ("demotionSeen", demotionSeenAt), ("removed", removedAt),
            ("removalSeen", removalSeenAt),
        ]
    }
}

extension HistoryEntry {
    /// What is not there is left out.
    package var json: JSONValue {
        var members = [
            JSONMember(name: "at", value: .string(date.description)),
            JSONMember(name: "event", value: .string(event.name)),
        ]
        if let keyID { members.append(JSONMember(name: "kid", value: .string(keyID.description))) }
        if isForced { members.append(JSONMember(name: "forced", value: .boolean(true))) }
        if let note { members.append(JSONMember(name: "note", value: .string(note))) }
        if let user { members.append(JSONMember(name: "user", value: .string(user))) }
        return .object(members)
    }
}

extension PendingDelivery {
    fileprivate var json: JSONValue {
        var members = [
            JSONMember(name: "event", value: .string(event.name)),
            JSONMember(name: "since", value: .string(since.description)),
            JSONMember(name: "attempts", value: .integer(attempts)),
        ]
        if let keyID { members.append(JSONMember(name: "kid", value: .string(keyID.description))) }
        return .object(members)
    }
}
