import Encodings
import TestSupport
import Testing

struct X690DERTests {
    private func values(_ bytes: [UInt8]) throws -> [DERValue] {
        var reader = DERReader(0..<bytes.count)
        var values: [DERValue] = []
        while !reader.isAtEnd { values.append(try reader.next(bytes.span)) }
        return values
    }

    @Test func readsValuesInTheirPlaces() throws {
        let bytes: [UInt8] =
            [0x30, 0x03, 0x02, 0x01, 0x05, 0x04, 0x81, 0x80] + [UInt8](repeating: 7, count: 0x80) + [5, 0]
        let read = try values(bytes)
        #expect(read.map(\.tag) == [.sequence, .octetString, .null])
        #expect(read.map(\.offset) == [0, 5, 136])
        #expect(read.map(\.contents) == [2..<5, 8..<136, 138..<138])
        var inner = DERReader(read[0].contents)
        #expect(try inner.next(.integer, bytes.span).contents == 4..<5)
        try inner.requireEnd()
    }

    @Test(
        arguments: [
            ([0x02], "der.truncated"), ([0x02, 0x02, 0x01], "der.truncated"), ([0x02, 0x81], "der.truncated"),
            ([0x02, 0x80, 0x00, 0x00], "der.encoding"), ([0x02, 0x81, 0x01, 0x00], "der.encoding"),
            ([0x02, 0x82, 0x00, 0x80], "der.encoding"), ([0x02, 0x85, 1, 1, 1, 1, 1], "der.encoding"),
            ([0x1F, 0x01, 0x00], "der.encoding"), ([0x02, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0x00], "der.truncated"),
        ] as [([UInt8], AuthKeysError.Code)])
    func refuses(bytes: [UInt8], code: AuthKeysError.Code) {
        #expect(codeThrown { try values(bytes) } == code)
    }

    @Test(
        arguments: [
            ([0x02], "1 byte where a tag and a length belong"), ([0x04, 2, 0], "a value of 2 bytes, with 1 byte left"),
            ([0x04, 1], "a value of 1 byte, with 0 bytes left"),
        ] as [([UInt8], String)])
    func countsWhatIsThere(bytes: [UInt8], message: String) {
        let error = #expect(throws: AuthKeysError.self) { try values(bytes) }
        #expect(error?.message == message)
    }

    @Test func saysWhichTypeBelongsThereAndWhatFollows() throws {
        let bytes: [UInt8] = [0x02, 0x01, 0x00, 0x05, 0x00]
        var reader = DERReader(0..<5)
        let error = #expect(throws: AuthKeysError.self) {
            var reader = DERReader(0..<5)
            _ = try reader.next(.sequence, bytes.span)
        }
        #expect(error?.code == "der.unexpected-type")
        #expect(error?.message == "tag 0x2 where 0x30 belongs")
        #expect(try reader.nextIfPresent(.null, bytes.span) == nil)
        #expect(try reader.nextIfPresent(.integer, bytes.span)?.contents == 2..<3)
        #expect(codeThrown { try reader.requireEnd() } == "der.trailing-content")
    }
}
