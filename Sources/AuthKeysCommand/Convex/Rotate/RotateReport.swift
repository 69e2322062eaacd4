internal import AuthKeysJOSE
internal import Encodings

/// What a run of `convex rotate` did, or would do, by kid and never by value.
struct RotateReport {
    enum Action: String {
        case planned, rotated, undone, recorded
        case notDue = "not-due"
        /// An earlier run had done it, and its journal did not say so yet.
        case foundFinished = "found-finished"
        /// There was nothing to undo.
        case unchanged
    }

    let action: Action
    let origin: String
    /// The first line, without the origin.
    let headline: String
    var details: [(label: String, text: String)] = []
    var notes: [(label: String, text: String)] = []
    /// Of the key that signs when the run has ended; in a plan, of the present one.
    var keyID: KeyID?
    var previousKeyID: KeyID?
    var since: NumericDate?
    var due: NumericDate?
    var window: ExchangeWindow?
    var journal: String?

    func text(_ escaped: (String) -> String) -> String {
        var lines = ["\(origin): \(headline)"]
        lines += Self.aligned(details).map { "  \($0)" }
        if !notes.isEmpty { lines += [""] + Self.aligned(notes) }
        return lines.map { escaped($0) + "\n" }.joined()
    }

    private static func aligned(_ rows: [(label: String, text: String)]) -> [String] {
        let width = rows.map(\.label.utf8.count).max() ?? 0
        return rows.map { row in
            row.label + String(repeating: " ", count: width - row.label.utf8.count + 2) + row.text
        }
    }

    var json: JSONValue {
        .object([
            "schema": .string("authkeys.rotate/1"), "deployment": .string(origin), "action": .string(action.rawValue),
            "kid": Self.json(keyID), "previousKid": Self.json(previousKeyID),
            "since": since.map { .string($0.description) } ?? .null,
            "due": due.map { .string($0.description) } ?? .null,
            "window": window?.json ?? .null, "journal": journal.map { .string($0) } ?? .null,
        ])
    }

    private static func json(_ keyID: KeyID?) -> JSONValue {
        keyID.map { .string($0.description) } ?? .null
    }
}
