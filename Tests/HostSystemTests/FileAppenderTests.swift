import Encodings
import Foundation
import HostSystem
import Testing

@Suite struct FileAppenderTests {
    private static func append(_ path: String, _ text: String = "new") throws -> Int {
        var used = -1
        try FileAppender.append(to: path) { count in
            used = count
            return text
        }
        return used
    }

    @Test func whatIsThereStays() throws {
        let place = try TemporaryFolder()
        #expect(try Self.append(place["file"], "one\n") == 0)
        #expect(try Self.append(place["file"], "two\n") == 4)
        #expect(try Self.append(place["file"], "") == 8)
        #expect(try String(contentsOfFile: place["file"], encoding: .utf8) == "one\ntwo\n")
    }

    @Test(arguments: [
        ("folder", FileCode.notAFile), ("none/file", .missing), ("file/in", .notAFolder), ("a\0b", .invalidPath),
        ("", .invalidPath), ("link", .notAFile), ("/dev/null", .notAFile),
    ])
    func whatIsNoFileIsRefused(_ name: String, _ code: FileCode) throws {
        let place = try TemporaryFolder()
        try place.makeFolder("folder")
        try place.makeFile("file", "x")
        try place.makeLink("link", to: "file")
        let path = name.isEmpty || name.hasPrefix("/") ? name : place[name]
        #expect(throws: AuthKeysError(code, "")) { try Self.append(path) }
        #expect(try String(contentsOfFile: place["file"], encoding: .utf8) == "x")
    }

    /// Nobody reads it, and nothing waits for somebody to.
    @Test func aPipeIsRefused() throws {
        let place = try TemporaryFolder()
        try #require(unsafe mkfifo(place["pipe"], 0o600) == 0)
        #expect(throws: AuthKeysError(FileCode.notAFile, "")) { try Self.append(place["pipe"]) }
    }
}
