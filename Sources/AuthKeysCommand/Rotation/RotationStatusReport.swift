internal import AuthKeysJOSE
internal import Consumers
internal import Encodings
internal import KeyRotation

/// The answer of `rotation status`: what is next, then the keys.
struct RotationStatusReport {
    let outlook: RotationOutlook
    let file: KeyringFile
    let showsHistory: Bool

    private var keyring: Keyring { outlook.keyring }

    var text: String {
        var text = outlook.actions(file: file) + "\n" + table
        if showsHistory {
            text += "\n" + keyring.history.map { outlook.console.escaped(Self.line($0)) + "\n" }.joined()
        }
        return text
    }

    private var table: String {
        let rows =
            [["KID", "STATE", "SINCE", "CONFIRMED", "PRIVATE HALF"]]
            + (keyring.schedule.published + keyring.schedule.keys.reversed().filter { !$0.state.isPublished }).map {
                key in
                [
                    outlook.shown(key.keyID), key.state.rawValue, Self.since(key).description,
                    Self.confirmed(key)?.description ?? "no", key.hasPrivateHalf ? "here" : "dropped",
                ]
            }
        let widths = rows[0].indices.map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.unicodeScalars.count) }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// Since when the key is in its state.
    private static func since(_ key: KeyRecord) -> NumericDate {
        let date =
            switch key.state {
            case .staged: key.stagedAt
            case .active: key.activatedAt
            case .retiring: key.demotedAt
            case .retired, .revoked: key.removedAt
            }
        return date ?? key.stagedAt
    }

    /// When the live system was first seen to agree with the state.
    private static func confirmed(_ key: KeyRecord) -> NumericDate? {
        switch key.state {
        case .staged, .active: key.publicationSeenAt
        case .retiring: key.demotionSeenAt
        case .retired, .revoked: key.removalSeenAt
        }
    }

    private static func line(_ entry: HistoryEntry) -> String {
        "\(entry.date)  \(entry.event.name)\(entry.keyID.map { " \($0)" } ?? "")\(entry.isForced ? ", forced" : "")"
            + "\(entry.user.map { ", by \($0)" } ?? "")\(entry.note.map { ": \($0)" } ?? "")"
    }

    // MARK: - JSON

    func json(_ urgency: RotationUrgency) -> JSONValue {
        let keys = (keyring.schedule.published + keyring.schedule.keys.filter { !$0.state.isPublished }).map { key in
            JSONValue.object(
                [
                    JSONMember(name: "kid", value: .string(key.keyID.description)),
                    JSONMember(name: "state", value: .string(key.state.rawValue)),
                    JSONMember(name: "hasPrivateHalf", value: .boolean(key.hasPrivateHalf)),
                ]
                    + key.times.map { JSONMember(name: $0.name, value: outlook.date($0.date)) }
                    + [JSONMember(name: "dead", value: outlook.date(keyring.schedule.deathOfRemovedKey(key.keyID)))])
        }
        return outlook.json(
            schema: "authkeys.rotation-status/1",
            [
                JSONMember(name: "profile", value: .string(keyring.profile.name)),
                JSONMember(name: "test", value: .boolean(keyring.isTest)),
                JSONMember(name: "troubles", value: .array(urgency.troubles.map { .string($0) })),
                JSONMember(name: "keys", value: .array(keys)),
                JSONMember(name: "pendingDelivery", value: .boolean(keyring.pendingDelivery != nil)),
            ] + (showsHistory ? [JSONMember(name: "history", value: .array(keyring.history.map(\.json)))] : []))
    }
}
