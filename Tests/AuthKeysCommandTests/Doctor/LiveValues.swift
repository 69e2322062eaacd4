import AuthKeysCommand
import Foundation
import TestSupport

/// The values that situations speak of, made once.
struct LiveValues: Sendable {
    /// By the name in braces, as it stands in the table.
    private var texts: [String: String] = [:]
    /// Those that are the text of a file, which the table names by its path.
    private var files: [String: String] = [:]
    /// Pieces of what nothing may print.
    private(set) var secrets: [String]
    private var pieces: Set<UInt64> = []
    let certificate: String

    static let shared = Result { try withTemporaryFolder { try LiveValues(in: $0) } }

    private init(in folder: URL) throws {
        secrets = [String(LiveDeployment.adminKey.split(separator: "|")[1])]
        for (prefix, kid) in [("", "test-key"), ("OTHER_", "other-key"), ("REUSED_", "test-key")] {
            let keys = folder.appending(path: "keys-\(prefix)")
            guard ToolRun(["generate", "--out", keys.path, "--kid", kid]).status == .success else {
                throw CocoaError(.fileWriteUnknown)
            }
            let text = try String(contentsOf: keys.appending(path: "convex.env"), encoding: .utf8)
            let values = text.split(separator: "\n").map { line in
                String(line[(line.firstIndex(of: "=") ?? line.endIndex)...].dropFirst(2).dropLast())
            }
            files["\(prefix)ENV"] = text
            texts["\(prefix)KEY"] = values[0]
            texts["\(prefix)JWKS"] = values[1]
            secrets += values[0].split(separator: " ").filter { $0.utf8.count > 40 }.map(String.init)
        }
        pieces = Set(secrets.flatMap(Self.pieces))
        texts["KEY_BASE64"] = Data((texts["KEY"] ?? "").utf8).base64EncodedString()
        texts["ADMIN_KEY"] = LiveDeployment.adminKey
        let (first, second) = (texts["JWKS"] ?? "", texts["OTHER_JWKS"] ?? "")
        texts["BOTH_JWKS"] = first.dropLast(2) + "," + second.dropFirst(#"{"keys":["#.count)
        let names = ["certificate", "key"].map { folder.appending(path: $0).path }
        _ = try ChildProcess(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1", "-addext",
                "subjectAltName=IP:127.0.0.1", "-out", names[0], "-keyout", names[1],
            ]
        ).run()
        certificate = try String(contentsOfFile: names[0], encoding: .utf8)
        files["CERTIFICATE"] = certificate + (try String(contentsOfFile: names[1], encoding: .utf8))
    }

    /// Whether any eight bytes in a row of a secret are in it.
    func isLeaked(in text: String) -> Bool { !pieces.isDisjoint(with: Self.pieces(of: text)) }

    private static func pieces(of text: String) -> [UInt64] {
        var piece: UInt64 = 0
        return text.utf8.map { byte in
            piece = piece << 8 | UInt64(byte)
            return piece
        }.dropFirst(7).map { $0 }
    }

    /// With the values put in, as they stand in JSON, and the files beside it in the folder.
    func filled(_ text: String, in folder: URL, _ more: [String: String] = [:], isJSON: Bool = false) throws -> String {
        var all = texts.merging(more) { $1 }
        for (name, contents) in files where text.contains("{\(name)}") {
            let file = folder.appending(path: name)
            try Data(contents.utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            all[name] = file.path
        }
        return try all.reduce(text) { text, entry in
            let value = isJSON ? try Self.json(entry.value) : entry.value
            return text.replacing("{\(entry.key)}", with: value)
        }
    }

    /// Without the quotes.
    private static func json(_ text: String) throws -> String {
        String(String(decoding: try JSONEncoder().encode(text), as: UTF8.self).dropFirst().dropLast())
    }
}
