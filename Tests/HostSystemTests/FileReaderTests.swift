import Dispatch
import Encodings
import Foundation
import HostSystem
import Testing

/// Whole inputs, up to a limit.
@Suite struct FileReaderTests {
    @Test(arguments: [0, 1, 4_095, 4_096, 65_536, 65_537, 300_000]) func limitIsTheLastSizeAccepted(_ size: Int) throws
    {
        let place = try TemporaryFolder()
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try Data(bytes).write(to: URL(fileURLWithPath: place["in"]))
        #expect(try FileReader.read(place["in"], limit: size) == bytes)
        #expect(try FileReader.read(place["in"], limit: .max) == bytes)
        guard size > 0 else { return }
        let error = thrownError { () throws(AuthKeysError) in _ = try FileReader.read(place["in"], limit: size - 1) }
        #expect(error?.code == FileCode.tooLarge.code)
        #expect(error?.message == "'\(place["in"])' holds more than \(size - 1) bytes, the most that is read here")
    }

    @Test(arguments: [
        ("folder", FileCode.notAFile, "cannot read 'PLACE/folder': it is a folder, and a file is needed"),
        ("none", .missing, "cannot read 'PLACE/none': there is no such file or folder"),
        ("file/in", .notAFolder, "cannot read 'PLACE/file/in': a part of the path is not a folder"),
        ("a\0b", .invalidPath, "the path to read is one that holds a NUL byte"),
        ("loop", .failed, "cannot read 'PLACE/loop': Too many levels of symbolic links"),
    ])
    func whatIsNoFileIsRefused(_ name: String, _ code: FileCode, _ message: String) throws {
        let place = try TemporaryFolder()
        try place.makeFolder("folder")
        try place.makeFile("file", "x")
        try place.makeLink("loop", to: "loop")
        let error = thrownError { () throws(AuthKeysError) in _ = try FileReader.read(place[name], limit: 10) }
        #expect(error?.code == code.code)
        #expect(error?.message == message.replacing("PLACE", with: place.path))
    }

    @Test func anEmptyPathIsRefused() {
        let error = thrownError { () throws(AuthKeysError) in _ = try FileReader.read("", limit: 10) }
        #expect(error?.code == FileCode.invalidPath.code)
    }

    @Test func aFileThatSaysItIsEmptyIsReadToItsEnd() throws {
        #expect(try FileReader.read("/proc/self/maps", limit: 10_000_000).count > 4_096)
    }

    @Test(arguments: [0, 1, 1_000_000]) func anEndlessFileIsRefused(_ limit: Int) {
        let error = thrownError { () throws(AuthKeysError) in _ = try FileReader.read("/dev/zero", limit: limit) }
        #expect(error?.code == FileCode.tooLarge.code)
    }

    /// Reads come short, and a descriptor that does not wait is waited for.
    @Test(arguments: [false, true], [0, 1, 65_536, 1_000_000]) func pipesAreReadToTheirEnd(
        _ nonblocking: Bool, _ size: Int
    ) throws {
        let (reading, writing) = try makePipe()
        if nonblocking { #expect(fcntl(reading, F_SETFL, O_NONBLOCK) == 0) }
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 13) }
        DispatchQueue.global().async {
            try? bytes.withBytes { (span) throws(SystemError) in try StandardStream.write(span, to: writing) }
            close(writing)
        }
        defer { close(reading) }
        #expect(try FileReader.readStream(reading, limit: size) == bytes)
    }

    @Test func closedStandardInputSaysSo() throws {
        let error = thrownError { () throws(AuthKeysError) in _ = try FileReader.readStream(-1, limit: 10) }
        #expect(error?.message == "cannot read standard input: it is closed")
        #expect(error?.code == FileCode.failed.code)
    }
}

/// Both ends of a new pipe: reading, writing.
func makePipe() throws -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(unsafe pipe(&ends) == 0)
    return (ends[0], ends[1])
}
