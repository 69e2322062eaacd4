import Encodings
import Foundation
import HostSystem
import Testing

/// Modes are exact whatever the umask. Serialized: the umask belongs to the process.
@Suite(.serialized) struct FileModeTests {
    @Test(arguments: [mode_t(0), 0o022, 0o077]) func umaskChangesNothing(_ mask: mode_t) throws {
        let before = umask(mask)
        defer { umask(before) }
        let place = try TemporaryFolder()
        _ = try Samples.writer(place["keys"]).write(Samples.files(), at: Samples.now)
        try Samples.fileWriter(place["secret"]).write(Array("s".utf8))
        try Samples.fileWriter(place["public"], isSecret: false).write(Array("p".utf8))
        let expected = Samples.tree("keys").merging(["secret": "file 600 s", "public": "file 644 p"]) { $1 }
        #expect(try place.tree() == expected)
    }

    /// A web server of another user serves what is in it.
    @Test(arguments: [mode_t(0), 0o022, 0o077]) func aFolderWithoutSecretsIsForEverybody(_ mask: mode_t) throws {
        let before = umask(mask)
        defer { umask(before) }
        let place = try TemporaryFolder()
        _ = try Samples.writer(place["keys"]).write(Samples.files().filter { !$0.isSecret }, at: Samples.now)
        #expect(try place.tree() == ["keys": "folder 755", "keys/jwks.json": "file 644 public new"])
    }

    /// At no call on the way may anybody else read what is being written.
    @Test func nothingIsWiderOnTheWay() throws {
        let before = umask(0)
        defer { umask(before) }
        let place = try TemporaryFolder()
        let faults = Faults { _, _ in
            for (path, found) in (try? place.tree()) ?? [:] where path.contains("tmp-") && found.contains("secret") {
                #expect(found.hasPrefix("file 600"))
            }
            for (path, found) in (try? place.tree()) ?? [:] where !path.contains("/") {
                #expect(found == "folder 700")
            }
            return nil
        }
        _ = try Samples.writer(place["keys"], calls: faults.calls).write(Samples.files(), at: Samples.now)
        #expect(faults.madeCalls.count > 12)
    }
}
