internal import Diagnosis
internal import Encodings
internal import HostSystem

/// What can be seen of the files that secrets were read from.
enum SecretFiles {
    /// - Parameter paths: as they were named.
    static func evidence(_ paths: [String]) -> [FileEvidence] {
        paths.map { path in
            let facts = FileFacts(of: path)
            return FileEvidence(path: path, mode: facts?.mode, isInGit: facts.flatMap { isInGit($0.path) })
        }
    }

    /// - Parameter path: absolute, without links.
    private static func isInGit(_ path: String) -> Bool? {
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
        for count in stride(from: parts.count - 1, through: 0, by: -1) {
            let folder = "/" + parts.prefix(count).joined(separator: "/")
            guard let index = index(of: folder) else { continue }
            return index.names.contains(Array(parts.dropFirst(count).joined(separator: "/").utf8))
        }
        return nil
    }

    private static func index(of folder: String) -> GitIndex? {
        let git = folder == "/" ? "/.git" : "\(folder)/.git"
        if let bytes = try? FileReader.read("\(git)/index", limit: limit) { return GitIndex(reading: bytes) }
        // In a work tree or a submodule `.git` is a file that names the folder.
        guard let text = try? FileReader.read(git, limit: 4_096), text.starts(with: "gitdir: ".utf8) else { return nil }
        let name = String(decoding: text.dropFirst(8).prefix { $0 != 0x0A }, as: UTF8.self)
        let place = name.utf8.first == UInt8(ascii: "/") ? name : "\(folder)/\(name)"
        return (try? FileReader.read("\(place)/index", limit: limit)).flatMap { GitIndex(reading: $0) }
    }

    private static let limit = 64 << 20
}
