import Encodings
import Foundation
import HostSystem
import Testing

/// Several writers of one destination.
@Suite struct FolderConcurrencyTests {
    /// The thread sanitizer knows this lock; to it, a `Mutex` on Linux is none.
    private final class Results: @unchecked Sendable {  // unchecked: read and written under the lock
        private let lock = NSLock()
        private var all: [(tag: String, error: AuthKeysError?)] = []

        func append(_ result: (tag: String, error: AuthKeysError?)) { lock.withLock { all.append(result) } }

        var values: [(tag: String, error: AuthKeysError?)] { lock.withLock { all } }
    }

    private func writeEight(_ path: String, replacing: Bool) -> [(tag: String, error: AuthKeysError?)] {
        let results = Results()
        DispatchQueue.concurrentPerform(iterations: 8) { index in
            let error = thrownError { () throws(AuthKeysError) in
                _ = try Samples.writer(path, replacing: replacing).write(Samples.files("\(index)"), at: Samples.now)
            }
            results.append(("\(index)", error))
        }
        return results.values
    }

    @Test(arguments: [false, true], Array(1...5)) func exactlyOneWins(_ isEmptyFolderThere: Bool, _ round: Int) throws {
        let place = try TemporaryFolder()
        if isEmptyFolderThere { try place.makeFolder("keys") }
        let results = writeEight(place["keys"], replacing: false)
        let winners = results.filter { $0.error == nil }
        #expect(winners.count == 1)
        #expect(results.allSatisfy { $0.error == nil || $0.error?.code == FileCode.exists.code })
        #expect(try place.tree() == Samples.tree("keys", winners.first?.tag ?? "none"))
    }

    @Test(arguments: [false, true], Array(1...5)) func replacingLosesNobodysKeys(_ isOldThere: Bool, _ round: Int)
        throws
    {
        let place = try TemporaryFolder()
        if isOldThere { try Samples.makeOld(in: place) }
        let results = writeEight(place["keys"], replacing: true)
        #expect(results.allSatisfy { $0.error == nil }, "\(results)")
        let tree = try place.tree()
        let tags = results.map(\.tag) + (isOldThere ? ["old"] : [])
        #expect(tree.count == 3 * tags.count)
        for tag in tags {
            let folder = tree.first { $0.value == "file 600 secret \(tag)" }?.key.split(separator: "/").first
            let found = tree.filter { $0.key == folder ?? "" || $0.key.hasPrefix("\(folder ?? "")/") }
            #expect(found == Samples.tree(String(folder ?? ""), tag))
        }
    }
}
