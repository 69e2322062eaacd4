internal import CryptoOpenSSL
internal import Encodings

/// The base64 between the boundaries, and how it was laid out.
struct KeyTextBody {
    struct Line {
        /// Where it starts in the text, in bytes.
        let offset: Int
        /// The number of the characters before it.
        let firstCharacter: Int
        var indentation = 0
        /// Its characters of base64.
        var count = 0
        var trailingSpaces = 0
        var hasSpaceInside = false

        var isBlank: Bool { count == 0 }
    }

    /// The alphabet of base64 and padding, nothing else.
    let characters: SecretBytes
    /// The first begins where the BEGIN line's boundary ends; the last ends where the END line's begins.
    let lines: [Line]

    /// - Throws: a `keytext.…` or `base64.invalid-character` code for the first byte that base64 does not have.
    init(_ text: Span<UInt8>, _ range: Range<Int>) throws(AuthKeysError) {
        var characters = SecretBuilder(reservingCapacity: range.count)
        var lines: [Line] = []
        var line = Line(offset: range.lowerBound, firstCharacter: 0)
        var count = 0
        for index in range {
            let byte = text[index]
            if byte.isLineEnd {
                // CRLF ends one line.
                if byte == 0x0A, index > range.lowerBound, text[index - 1] == 0x0D {
                    line = Line(offset: index + 1, firstCharacter: count)
                    continue
                }
                lines.append(line)
                line = Line(offset: index + 1, firstCharacter: count)
            } else if byte.isASCIIWhitespace {
                if line.isBlank { line.indentation += 1 } else { line.trailingSpaces += 1 }
            } else if byte.isBase64 || byte.isPadding {
                if line.trailingSpaces > 0 { line.hasSpaceInside = true }
                line.trailingSpaces = 0
                line.count += 1
                count += 1
                characters.append(byte)
            } else {
                throw Self.foreign(text, index, range, startsLine: line.isBlank)
            }
        }
        lines.append(line)
        self.characters = characters.finish()
        self.lines = lines
    }

    /// Where a character stands in the text.
    func location(ofCharacter character: Int, _ text: Span<UInt8>) -> SourceLocation {
        var (low, high) = (0, lines.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if lines[middle].firstCharacter <= character { low = middle } else { high = middle - 1 }
        }
        let line = lines[low]
        return text.location(line.offset + line.indentation + min(character - line.firstCharacter, line.count))
    }

    /// The length that most lines have.
    var commonLineLength: Int {
        var frequencies: [Int: Int] = [:]
        for line in lines where !line.isBlank { frequencies[line.count, default: 0] += 1 }
        return frequencies.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    /// The one line, apart from the last, that is not as long as the others.
    var oddLine: Line? {
        let width = commonLineLength
        let odd = lines.filter { !$0.isBlank }.dropLast().filter { $0.count != width }
        return odd.count == 1 ? odd.first : nil
    }

    private static func foreign(
        _ text: Span<UInt8>, _ index: Int, _ range: Range<Int>, startsLine: Bool
    ) -> AuthKeysError {
        let place = text.location(index)
        switch text[index] {
        case 0:
            return AuthKeysError(
                KeyTextCode.nul, "a NUL byte inside the key",
                hint: "the file was damaged or is not text; copy the key again", at: place)
        case UInt8(ascii: "#") where startsLine, UInt8(ascii: ";") where startsLine:
            return AuthKeysError(
                KeyTextCode.comment, "a comment between the lines of the key",
                hint: "remove the line: nothing but the key may stand between BEGIN and END", at: place)
        case UInt8(ascii: "-"), UInt8(ascii: "_"):
            return AuthKeysError(
                KeyTextCode.urlSafeAlphabet, "a character of the URL-safe alphabet ('-' or '_') inside the key",
                hint: "PEM has '+' where base64url has '-', and '/' where it has '_'; write the key anew as PEM",
                at: place)
        default:
            if KeyTextBoundary.typographicDash(text, index, before: range.upperBound) != nil {
                return KeyTextBoundary.typographic(at: index).withLine(text)
            }
            return AuthKeysError(
                Base64Code.invalidCharacter, "a character inside the key that base64 does not have",
                hint: "the key was changed; copy it again", at: place)
        }
    }
}
