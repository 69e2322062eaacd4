internal import AuthKeysJOSE
internal import Deployment
internal import Encodings
internal import HostSystem

/// What was fetched and where it is now. No value is in it.
struct PullReport {
    let origin: String
    let values: PulledValues
    /// As it was given.
    let place: String
    /// Of a folder; empty for a file.
    let files: [StagedFile]
    /// Where the folder that was replaced is kept.
    let kept: String?

    private var pair: StoredKeyPair { StoredKeyPair(DeploymentVariables(values.variables)) }

    func text(_ escaped: (String) -> String) -> String {
        var lines = ["\(place): \(Self.count(values.variables.count)) of \(origin), mode 0600"]
        lines.append("  JWT_PRIVATE_KEY  \(pair.privateKey)")
        lines.append("  JWKS             \(pair.keySet)")
        if values.discardedCount > 0 {
            lines.append(
                "discarded: \(Self.count(values.discardedCount)) that \(values.discardedCount == 1 ? "was" : "were") not asked for"
            )
        }
        if let kept { lines.append("kept: the folder that was there, as \(kept)") }
        return lines.map { escaped($0) + "\n" }.joined()
    }

    var json: JSONValue {
        .object([
            "schema": .string("authkeys.pull/1"), "deployment": .string(origin),
            (files.isEmpty ? "file" : "folder"): .string(place),
            "files": .array(
                files.map { .object(["name": .string($0.name), "secret": .boolean($0.isSecret)]) }),
            "kids": .array(pair.keyIDs.map { $0.map { .string($0.description) } ?? .null }),
            "thumbprint": pair.thumbprint.map { .string($0.description) } ?? .null,
            "variables": .array(values.variables.map { .string($0.name) }),
            "discarded": .integer(Int64(values.discardedCount)),
            "kept": kept.map { .string($0) } ?? .null,
        ])
    }

    private static func count(_ number: Int) -> String { "\(number) variable\(number == 1 ? "" : "s")" }
}
