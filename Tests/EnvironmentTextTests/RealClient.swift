import Foundation

/// A program that really reads what is written here; it is a test dependency and never skipped.
struct RealClient {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    let path: String
    /// The Debian package that brings it.
    let package: String
    var arguments: [String] = []

    static let dash = RealClient(path: "/usr/bin/dash", package: "dash")
    static let bash = RealClient(path: "/usr/bin/bash", package: "bash")
    static let busybox = RealClient(path: "/usr/bin/busybox", package: "busybox", arguments: ["sh"])
    static let python = RealClient(path: "/usr/bin/python3", package: "python3")
    static let node = RealClient(path: "/usr/bin/node", package: "nodejs")

    /// Runs it once with an empty environment and `input` on standard input, and returns its standard output.
    func output(_ arguments: [String] = [], input: Data) throws -> Data {
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Missing(description: "\(path) is missing: install the Debian package '\(package)'")
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("authkeys-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files, because a pipe that fills up would stop both sides.
        let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
        try input.write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = self.arguments + arguments
        process.environment = ["PATH": "/usr/bin:/bin"]
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let message = String(decoding: try Data(contentsOf: files[2]).suffix(2000), as: UTF8.self)
            throw Failed(
                description:
                    "\(path) of the Debian package '\(package)' ended with \(process.terminationStatus): \(message)")
        }
        return try Data(contentsOf: files[1])
    }
}
