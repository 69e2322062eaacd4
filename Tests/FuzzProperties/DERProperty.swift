import Encodings

/// What is read as DER, written again with the shortest lengths, is the same bytes; no value reaches out of another.
enum DERProperty {
    static func check(_ input: [UInt8]) throws {
        _ = try values(in: 0..<input.count, of: input, depth: 0)
    }

    private static func values(in range: Range<Int>, of input: [UInt8], depth: Int) throws -> [DERValue]? {
        var reader = DERReader(range)
        var values: [DERValue] = []
        while !reader.isAtEnd {
            let offset = values.last?.contents.upperBound ?? range.lowerBound
            try require(throwsOrIsAtEnd(reader), "something is left where the end is not")
            let read = try accepted(range.upperBound) { () throws(AuthKeysError) in try reader.next(input.span) }
            guard let value = read else { return nil }
            try require(value.offset == offset, "a value begins where the one before it ends")
            try require(
                value.contents.lowerBound > offset && value.contents.upperBound <= range.upperBound,
                "a value stays inside the one around it")
            try require(
                input[offset..<value.contents.lowerBound].elementsEqual(header(value)), "a value has one header")
            if value.tag.rawValue & 0x20 != 0, depth < 32 {
                _ = try Self.values(in: value.contents, of: input, depth: depth + 1)
            }
            values.append(value)
        }
        return values
    }

    private static func throwsOrIsAtEnd(_ reader: DERReader) -> Bool {
        do throws(AuthKeysError) {
            try reader.requireEnd()
            return reader.isAtEnd
        } catch {
            return error.code == DERCode.trailingContent.code && !reader.isAtEnd
        }
    }

    /// X.690 §8.1.3: tag and length, the length in as few bytes as it takes.
    private static func header(_ value: DERValue) -> [UInt8] {
        var length: [UInt8] = []
        var rest = value.contents.count
        guard rest >= 0x80 else { return [value.tag.rawValue, UInt8(rest)] }
        while rest > 0 {
            length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        return [value.tag.rawValue, 0x80 | UInt8(length.count)] + length
    }
}
