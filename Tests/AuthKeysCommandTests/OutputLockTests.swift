import AuthKeysCommand
import Encodings
import Foundation
import TestSupport
import Testing

/// A file that is overwritten may be a set that somebody edits.
@Suite struct OutputLockTests {
    @Test(arguments: [["jwks", "derive"], ["key", "convert", "--to", "spki"]])
    func overwritingWaitsForAnEdit(_ command: [String]) throws {
        let folder = NSTemporaryDirectory() + "/output-lock-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (path, key) = ("\(folder)/out", Repository.fixtures.appending(path: "keys/rfc7515-a2.spki.pem").path)
        #expect(ToolRun(command + [key, "--out", path]).error == "")
        let made = try Data(contentsOf: URL(filePath: path))
        try Data("edited".utf8).write(to: URL(filePath: path))

        let lock = unsafe open(folder, O_RDONLY | O_DIRECTORY)
        try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let stream = BufferStream(onWrite: { _ in
            #expect((try? Data(contentsOf: URL(filePath: path))) == Data("edited".utf8))
            close(lock)
        })
        let run = ToolRun(command + [key, "--out", path, "--force"], error: stream)
        #expect(run.status == .success)
        #expect(
            stream.text
                == "authkeys: note: waiting for another process, which holds the lock on the folder of '\(path)'\n")
        #expect(try Data(contentsOf: URL(filePath: path)) == made)
    }
}
