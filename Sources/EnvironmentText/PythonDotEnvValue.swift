/// One value in python-dotenv's grammar, before `${NAME}` is inserted.
struct PythonDotEnvValue {
    let bytes: [UInt8]
    let quoting: EnvironmentFile.Assignment.Quoting

    /// Up to whitespace before a '#', without whitespace at the end.
    init(unquoted range: Range<Int>, in text: [UInt8]) {
        var end = range.upperBound
        var index = range.lowerBound
        while index < range.upperBound {
            let next = Whitespace.python.skipInLine(in: text, from: index)
            if next > index, next < range.upperBound, text[next] == UInt8(ascii: "#") {
                end = index
                break
            }
            index = max(next, index + 1)
        }
        bytes = Array(text[Whitespace.python.trimEnd(in: text, range.lowerBound..<end)])
        quoting = .none
    }

    /// - Parameter range: what is between the quotes.
    init(quoted range: Range<Int>, in text: [UInt8]) {
        let isDouble = text[range.lowerBound - 1] == UInt8(ascii: "\"")
        var output: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if text[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound,
                let decoded = Self.decoded(text[index + 1], isDouble: isDouble)
            {
                output.append(decoded)
                index += 2
            } else {
                output.append(text[index])
                index += 1
            }
        }
        bytes = output
        quoting = isDouble ? .double : .single
    }

    /// The first quote that no backslash escapes; a backslash escapes whatever follows it.
    static func closingQuote(in text: [UInt8], from opening: Int) -> Int? {
        var index = opening + 1
        while index < text.count, text[index] != text[opening] {
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index < text.count ? index : nil
    }

    private static func decoded(_ byte: UInt8, isDouble: Bool) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "'"): return byte
        case _ where !isDouble: return nil
        case UInt8(ascii: "\""): return byte
        case UInt8(ascii: "a"): return 0x07
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "v"): return 0x0B
        default: return nil
        }
    }
}
