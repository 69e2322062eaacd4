import Diagnosis
import Foundation
import TestSupport
import Testing

/// The names in an index that git itself wrote, in each of its versions.
@Suite struct GitIndexTests {
    static let names = ["a", "deep/er/key.pem", "deep/er/keys.pem", "with space.env", "\u{E9}.pem"]

    static func index(_ version: String, format: String = "sha1") throws -> [UInt8] {
        try withTemporaryFolder { folder in
            for name in names {
                let place = folder.appending(path: name)
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(name.utf8).write(to: place)
            }
            let steps = [
                ["init", "-q", "--object-format=\(format)"], ["add", "."],
                ["update-index", "--index-version", version],
            ]
            for arguments in steps {
                let git = ChildProcess(
                    "/usr/bin/env", ["git"] + arguments,
                    environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1"],
                    workingDirectory: folder.path)
                try #require(try git.run().succeeded)
            }
            return Array(try Data(contentsOf: folder.appending(path: ".git/index")))
        }
    }

    @Test(arguments: ["2", "3", "4"])
    func lists_what_git_added(version: String) throws {
        let index = try #require(GitIndex(reading: Self.index(version)))
        #expect(index.names == Set(Self.names.map { Array($0.utf8) }))
    }

    @Test func lists_what_a_repository_of_longer_names_of_objects_has() throws {
        let index = try #require(GitIndex(reading: Self.index("2", format: "sha256")))
        #expect(index.names == Set(Self.names.map { Array($0.utf8) }))
    }

    @Test(arguments: ["2", "4"])
    func survives_being_cut_anywhere(version: String) throws {
        let bytes = try Self.index(version)
        let whole = try #require(GitIndex(reading: bytes)).names
        for count in bytes.indices {
            let cut = GitIndex(reading: Array(bytes.prefix(count)))
            #expect(cut.map { $0.names.count <= whole.count } ?? true)
        }
        #expect(GitIndex(reading: [])?.names == nil)
        #expect(GitIndex(reading: Array("DIRC".utf8))?.names == nil)
    }
}
