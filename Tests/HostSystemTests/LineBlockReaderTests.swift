import Encodings
import Glibc
import HostSystem
import TestSupport
import Testing

struct LineBlockReaderTests {
    /// A pipe that somebody else fills.
    private func reader(of text: String, capacity: Int, lineLimit: Int = 1024) throws -> LineBlockReader {
        var ends: [Int32] = [-1, -1]
        try #require(unsafe pipe(&ends) == 0)
        let bytes = Array(text.utf8)
        try #require(bytes.count < 60_000)
        try #require(unsafe write(ends[1], bytes, bytes.count) == bytes.count)
        close(ends[1])
        return LineBlockReader(ends[0], capacity: capacity, lineLimit: lineLimit)
    }

    private func lines(_ reader: LineBlockReader) throws -> [(number: Int, text: String)] {
        var lines: [(Int, String)] = []
        var expected = 0
        while let block = try reader.next() {
            #expect(block.number == expected)
            expected += 1
            var parts = block.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            if block.bytes.last == UInt8(ascii: "\n") { parts.removeLast() }
            #expect(parts.count == block.lineCount)
            for (index, part) in parts.enumerated() {
                lines.append((block.firstLine + index, String(decoding: part, as: UTF8.self)))
            }
        }
        return lines
    }

    @Test(arguments: [
        ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n\na\n", ["", "", "a"]),
        ("one\ntwo\nthree\nfour\nfive", ["one", "two", "three", "four", "five"]),
    ])
    func givesEveryLineOnce(text: String, expected: [String]) throws {
        for capacity in [8, 9, 64] {
            let found = try lines(reader(of: text, capacity: capacity))
            #expect(found.map(\.text) == expected, "\(capacity)")
            #expect(found.map(\.number) == Array(1...max(expected.count, 1)).prefix(expected.count).map { $0 })
            for lineLimit in [1, 2, 3] {
                let found = try lines(reader(of: text, capacity: capacity, lineLimit: lineLimit))
                #expect(found.map(\.text) == expected, "\(capacity), \(lineLimit)")
                #expect(found.map(\.number) == Array(1...max(expected.count, 1)).prefix(expected.count).map { $0 })
            }
        }
    }

    @Test func aBlockHasNoMoreLinesThanItMay() throws {
        let reader = try reader(of: String(repeating: "a\n", count: 10) + "b", capacity: 64, lineLimit: 4)
        var counts: [Int] = []
        while let block = try reader.next() { counts.append(block.lineCount) }
        #expect(counts == [4, 4, 2, 1])
    }

    /// More may come, but nobody has to wait for it.
    @Test func whatStandsBehindALongLineIsGivenAtOnce() throws {
        var ends: [Int32] = [-1, -1]
        try #require(unsafe pipe(&ends) == 0)
        let bytes = Array((String(repeating: "x", count: 16) + "xx\nb\n").utf8)
        try #require(unsafe write(ends[1], bytes, bytes.count) == bytes.count)
        let reader = LineBlockReader(ends[0], capacity: 16)
        let long = try #require(try reader.next())
        #expect(long.isCut)
        #expect(long.bytes.count == 16)
        let after = try #require(try reader.next())
        #expect(!after.isCut)
        #expect(after.bytes == Array("b\n".utf8))
        #expect(after.firstLine == 2)
        close(ends[1])
        #expect(try reader.next() == nil)
        #expect(!reader.hasEndedEarly)
    }

    /// Its beginning is given, so that whoever reads lines refuses it under its number.
    @Test func cutsALineThatIsLongerThanABlock() throws {
        let text = "a\n" + String(repeating: "x", count: 100) + "\nb\nc\n"
        let found = try lines(reader(of: text, capacity: 16))
        #expect(found.map(\.number) == [1, 2, 3, 4])
        #expect(found.map(\.text) == ["a", String(repeating: "x", count: 16), "b", "c"])
    }

    @Test func aLongLastLineIsGivenOnce() throws {
        let found = try lines(reader(of: "a\n" + String(repeating: "x", count: 100), capacity: 16))
        #expect(found.map(\.text) == ["a", String(repeating: "x", count: 16)])
    }

    @Test func nothingComesAfterAStop() throws {
        let reader = try reader(of: "a\nb\n", capacity: 8)
        reader.stop()
        #expect(try reader.next() == nil)
        #expect(!reader.hasEndedEarly)
    }

    @Test func aFolderIsNoStream() throws {
        let descriptor = unsafe open("/", O_RDONLY)
        defer { close(descriptor) }
        let reader = LineBlockReader(descriptor)
        #expect(throws: AuthKeysError(FileCode.notAFile, "")) { try reader.next() }
    }
}
