import Foundation

/// A folder that a test has to itself, removed when the test lets go of it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/host-system-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    subscript(name: String) -> String { "\(path)/\(name)" }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: self[name], withIntermediateDirectories: true)
    }

    func makeFile(_ name: String, _ text: String, mode: Int = 0o600) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: self[name]))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: self[name])
    }

    func makeLink(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self[name], withDestinationPath: target)
    }

    /// By a file handle: `FileManager` and `Data` leak a page for each empty file, which the address sanitizer reports.
    func contents(_ name: String) throws -> Data {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: self[name]))
        defer { try? file.close() }
        return try file.readToEnd() ?? Data()
    }

    /// Every path below, with what it is: kind, mode, and text or target.
    func tree() throws -> [String: String] {
        var tree: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            let attributes = try FileManager.default.attributesOfItem(atPath: self[name])
            let mode = String((attributes[.posixPermissions] as? Int) ?? -1, radix: 8)
            tree[name] =
                switch attributes[.type] as? FileAttributeType {
                case .typeSymbolicLink: "link \(try FileManager.default.destinationOfSymbolicLink(atPath: self[name]))"
                case .typeDirectory: "folder \(mode)"
                case .typeRegular:
                    "file \(mode) \(String(decoding: try contents(name), as: UTF8.self))"
                // A named pipe too, which is not opened: that waits for a writer.
                default: "file \(mode) "
                }
        }
        return tree
    }
}
