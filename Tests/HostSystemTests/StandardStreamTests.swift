import Dispatch
import Encodings
import Foundation
import HostSystem
import Testing

/// Everything is written, or the error says why not.
@Suite struct StandardStreamTests {
    @Test(arguments: [false, true], [0, 1, 65_537, 2_000_000]) func partsAreWrittenUntilAllIs(
        _ nonblocking: Bool, _ size: Int
    ) throws {
        let (reading, writing) = try makePipe()
        if nonblocking { #expect(fcntl(writing, F_SETFL, O_NONBLOCK) == 0) }
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 11) }
        DispatchQueue.global().async {
            try? bytes.withBytes { (span) throws(SystemError) in try StandardStream.write(span, to: writing) }
            close(writing)
        }
        #expect(FileHandle(fileDescriptor: reading, closeOnDealloc: true).readDataToEndOfFile() == Data(bytes))
    }

    @Test func aReaderThatHasGoneIsAnError() throws {
        Signals.reportAsErrors()
        let (reading, writing) = try makePipe()
        close(reading)
        defer { close(writing) }
        #expect(throws: SystemError(EPIPE)) { try StandardStream.write([1].span, to: writing) }
        #expect(SystemError(EPIPE).code(while: .write) == .closed)
    }

    @Test func aFullDiskIsAnError() throws {
        let full = unsafe open("/dev/full", O_WRONLY)
        defer { close(full) }
        #expect(throws: SystemError(ENOSPC)) { try StandardStream.write([1].span, to: full) }
    }

    @Test func nothingIsWrittenToAClosedDescriptor() {
        #expect(throws: SystemError(EBADF)) { try StandardStream.write([1].span, to: -1) }
    }

    @Test(arguments: [(0, 80), (1, 1), (132, 132)]) func widthIsTheTerminals(_ columns: UInt16, _ width: Int) throws {
        let terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(terminal >= 0)
        defer { close(terminal) }
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        try #require(unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
        #expect(StandardStream.terminalWidth(of: terminal) == width)
    }

    @Test func widthOfNoTerminalIs80() throws {
        let (reading, writing) = try makePipe()
        defer {
            close(reading)
            close(writing)
        }
        #expect(StandardStream.terminalWidth(of: writing) == 80)
    }
}
