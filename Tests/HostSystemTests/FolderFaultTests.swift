import Encodings
import Foundation
import HostSystem
import Testing

/// Whichever system call is refused, the folder is there whole or not at all, and what was there is not lost.
@Suite struct FolderFaultTests {
    enum Scenario: String, CaseIterable, Sendable {
        case missing, missingWithoutNoReplace, empty, replacing, replacingWithoutExchange, replacingByPlainRename

        var unsupported: [SystemCalls.Call] {
            switch self {
            case .missing, .empty, .replacing: []
            case .missingWithoutNoReplace: [.moveWithoutReplacing]
            case .replacingWithoutExchange: [.exchange]
            case .replacingByPlainRename: [.exchange, .moveWithoutReplacing]
            }
        }

        var holdsOld: Bool { rawValue.hasPrefix("replacing") }

        func prepare(_ place: TemporaryFolder) throws {
            if self == .empty { try place.makeFolder("keys") }
            if holdsOld { try Samples.makeOld(in: place) }
        }

        var expected: [String: String] {
            let kept = holdsOld ? Samples.tree("keys.previous-\(Samples.stamp)", "old") : [:]
            return Samples.tree("keys").merging(kept) { $1 }
        }
    }

    /// One run in which `refused` says which calls fail; the tree before and after.
    private func run(
        _ scenario: Scenario, _ refused: @escaping @Sendable (Int, SystemCalls.Call) -> Int32?
    ) throws -> (error: AuthKeysError?, before: [String: String], after: [String: String], faults: Faults) {
        let place = try TemporaryFolder()
        try scenario.prepare(place)
        let before = try place.tree()
        let faults = Faults { index, call in
            refused(index, call) ?? (scenario.unsupported.contains(call) ? EINVAL : nil)
        }
        let writer = Samples.writer(place["keys"], replacing: true, calls: faults.calls)
        let error = thrownError { () throws(AuthKeysError) in
            _ = try writer.write(Samples.files(), at: Samples.now)
        }
        return (error, before, try place.tree(), faults)
    }

    @Test(arguments: Scenario.allCases, [EIO, ENOSPC, EBUSY])
    func oneRefusedCallLeavesEverythingAsItWas(_ scenario: Scenario, _ number: Int32) throws {
        let count = try run(scenario) { _, _ in nil }.faults.madeCalls.count
        #expect(count > 12)
        for index in 0..<count {
            let (error, before, after, faults) = try run(scenario) { made, _ in made == index ? number : nil }
            let call = faults.madeCalls[index]
            #expect(error != nil, "call \(index), \(call)")
            #expect(after == before, "call \(index), \(call)")
        }
    }

    @Test(arguments: Scenario.allCases, [EINTR, EINVAL, ENOSYS, EEXIST, ENOTEMPTY, ENOENT, ENOTDIR])
    func aCallThatIsTriedAnotherWayEndsWholeOrAsItWas(_ scenario: Scenario, _ number: Int32) throws {
        let count = try run(scenario) { _, _ in nil }.faults.madeCalls.count
        for index in 0..<count {
            let (error, before, after, faults) = try run(scenario) { made, _ in made == index ? number : nil }
            var expected = error == nil ? scenario.expected : before
            // A clash of the kept folder's name is met with another name.
            if after.keys.contains("keys.previous-\(Samples.stamp)-2") {
                expected = Samples.tree("keys").merging(Samples.tree("keys.previous-\(Samples.stamp)-2", "old")) { $1 }
            }
            #expect(after == expected, "call \(index), \(faults.madeCalls[index])")
            if number == EINTR { #expect(error == nil) }
        }
    }

    /// A disk that dies in the middle: undoing fails too. Nothing may be half there, and the old key must exist.
    @Test(arguments: Scenario.allCases) func everythingRefusedFromSomeCallOn(_ scenario: Scenario) throws {
        let count = try run(scenario) { _, _ in nil }.faults.madeCalls.count
        for index in 0..<count {
            let (error, before, after, faults) = try run(scenario) { made, _ in made >= index ? EIO : nil }
            #expect(error != nil)
            let atPlace = after.filter { $0.key == "keys" || $0.key.hasPrefix("keys/") }
            let wasAtPlace = before.filter { $0.key == "keys" || $0.key.hasPrefix("keys/") }
            let isWhole = atPlace == Samples.tree("keys") || atPlace == wasAtPlace || atPlace.isEmpty
            #expect(isWhole, "call \(index), \(faults.madeCalls[index]): \(after)")
            if scenario.holdsOld {
                #expect(after.values.contains("file 600 secret old"))
                #expect(after.values.contains("file 644 public old"))
            }
            let leftovers = after.keys.contains { $0.hasPrefix(".keys.tmp-") }
            if leftovers { #expect(error?.message.contains("is left as it is") == true) }
        }
    }

    /// Somebody else makes the destination between the look and the rename.
    @Test(arguments: [
        ("file", FileCode.notAFolder), ("link", .notAFolder), ("other", .holdsOtherFiles), ("ours", .exists),
    ])
    func theRenameHasTheLastWord(_ kind: String, _ code: FileCode) throws {
        let place = try TemporaryFolder()
        let faults = Faults { _, call in
            guard call == .moveWithoutReplacing else { return nil }
            switch kind {
            case "file": try? place.makeFile("keys", "mine")
            case "link": try? place.makeLink("keys", to: "nowhere")
            case "other":
                try? place.makeFolder("keys")
                try? place.makeFile("keys/README", "mine")
            default: try? Samples.makeOld(in: place)
            }
            return nil
        }
        let error = thrownError { () throws(AuthKeysError) in
            _ = try Samples.writer(place["keys"], calls: faults.calls).write(Samples.files(), at: Samples.now)
        }
        #expect(error?.code == code.code)
        #expect(try place.tree().keys.allSatisfy { $0.hasPrefix("keys") })
        #expect(try !place.tree().values.contains { $0.hasSuffix("new") })
    }

    @Test func anEmptyFolderMadeMeanwhileIsWrittenOver() throws {
        let place = try TemporaryFolder()
        let faults = Faults { _, call in
            if call == .moveWithoutReplacing { try? place.makeFolder("keys") }
            return nil
        }
        _ = try Samples.writer(place["keys"], calls: faults.calls).write(Samples.files(), at: Samples.now)
        #expect(try place.tree() == Samples.tree("keys"))
    }

    @Test(arguments: [
        (EACCES, FileCode.notWritable, "see who may: ls -ld PLACE"),
        (EROFS, .readOnly, "see the mount: findmnt -T PLACE"),
    ])
    func aParentThatMayNotBeWrittenIsRefusedEarly(_ number: Int32, _ code: FileCode, _ hint: String) throws {
        let place = try TemporaryFolder()
        let faults = Faults { _, call in call == .checkAccess ? number : nil }
        let error = thrownError { () throws(AuthKeysError) in
            try Samples.writer(place["keys"], calls: faults.calls).check()
        }
        #expect(error?.code == code.code)
        #expect(error?.hint == hint.replacing("PLACE", with: place.path))
    }

    @Test func aMountedVolumeIsWrittenInto() throws {
        let place = try TemporaryFolder()
        try place.makeFolder("keys")
        let before = try place.tree()
        let faults = Faults { _, call in call == .move ? EBUSY : nil }
        let error = thrownError { () throws(AuthKeysError) in
            _ = try Samples.writer(place["keys"], calls: faults.calls).write(Samples.files(), at: Samples.now)
        }
        #expect(error?.code == FileCode.failed.code)
        #expect(error?.hint == "--out \(place["keys"])/auth-keys")
        #expect(try place.tree() == before)
    }
}
