internal import AuthKeysJOSE
internal import Encodings

/// What an edit of a set in place did.
struct JWKSEditReport: Sendable {
    var added: [KeyID?] = []
    var removed: [KeyID] = []
    /// All that the set has now, in its order; `nil` for a key without a kid.
    let keyIDs: [KeyID?]

    /// - Parameter file: the path of the set, as it was given.
    func json(file: String) -> JSONValue {
        .object([
            "schema": .string("authkeys.jwks-edit/1"), "file": .string(file), "added": Self.json(added),
            "removed": Self.json(removed), "kids": Self.json(keyIDs),
        ])
    }

    /// `which now has 2 keys`
    var countText: String { "which now has \(keyIDs.count.counted("key"))" }

    private static func json(_ keyIDs: [KeyID?]) -> JSONValue {
        .array(keyIDs.map { $0.map { .string($0.description) } ?? .null })
    }
}
