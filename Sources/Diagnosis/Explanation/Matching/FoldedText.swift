/// Takes the bytes of a log one by one and hands on what is compared: lower case, one space for any white space, one
/// kind of quote for all kinds, without what colours a terminal or escapes a quote in JSON.
///
/// A zero byte is passed over, so that the ASCII of UTF-16 is read too.
struct FoldedText: Sendable {
    private enum State: Sendable {
        case text
        /// After a backslash.
        case escape
        /// After ESC, and in the parameters of a control sequence.
        case control, parameters
        /// After the first byte, or the first two, of a quote or a space of several bytes.
        case latin, punctuation, quotation
    }

    /// For a line end.
    static let lineEnd: UInt8 = 0x0A
    static let quote = UInt8(ascii: "\"")

    /// Whether quotes of all kinds are passed over.
    private let dropsQuotes: Bool
    private var state = State.text
    private var isSpacePending = false
    private var hasText = false

    /// - Parameter dropsQuotes: whether quotes are passed over, of which a shell takes some out of what was typed.
    init(dropsQuotes: Bool = false) {
        self.dropsQuotes = dropsQuotes
    }

    /// - Parameter emit: takes a folded byte; ``lineEnd`` at the end of a line.
    mutating func take(_ byte: UInt8, _ emit: (UInt8) -> Void) {
        switch state {
        case .text: takeText(byte, emit)
        case .escape:
            state = .text
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): giveQuote(emit)
            case UInt8(ascii: "\\"): state = .escape
            case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): isSpacePending = hasText
            default:
                give(UInt8(ascii: "\\"), emit)
                takeText(byte, emit)
            }
        case .control: state = byte == UInt8(ascii: "[") ? .parameters : .text
        case .parameters:
            if byte == Self.lineEnd {
                state = .text
                takeText(byte, emit)
            } else if (0x40...0x7E).contains(byte) {
                state = .text
            }
        case .latin:
            state = .text
            if byte == 0xA0 { isSpacePending = hasText } else { takeText(byte, emit) }
        case .punctuation:
            state = .text
            if byte == 0x80 { state = .quotation } else { takeText(byte, emit) }
        case .quotation:
            state = .text
            if (0x98...0x9F).contains(byte) { giveQuote(emit) } else { takeText(byte, emit) }
        }
    }

    private mutating func takeText(_ byte: UInt8, _ emit: (UInt8) -> Void) {
        switch byte {
        case Self.lineEnd:
            isSpacePending = false
            hasText = false
            emit(Self.lineEnd)
        case 0x1B: state = .control
        case UInt8(ascii: "\\"): state = .escape
        case 0xC2: state = .latin
        case 0xE2: state = .punctuation
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): isSpacePending = hasText
        case 0: break
        case UInt8(ascii: "'"), UInt8(ascii: "`"), Self.quote: giveQuote(emit)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): give(byte + 32, emit)
        default: give(byte, emit)
        }
    }

    private mutating func give(_ byte: UInt8, _ emit: (UInt8) -> Void) {
        if isSpacePending {
            isSpacePending = false
            emit(UInt8(ascii: " "))
        }
        hasText = true
        emit(byte)
    }

    private mutating func giveQuote(_ emit: (UInt8) -> Void) {
        if !dropsQuotes { give(Self.quote, emit) }
    }

    /// A literal of a pattern, where white space at either end counts.
    static func folding(_ literal: some StringProtocol, dropsQuotes: Bool = false) -> [UInt8] {
        var folded: [UInt8] = []
        var text = FoldedText(dropsQuotes: dropsQuotes)
        // Something on either side, so that no end is trimmed.
        for byte in "x".utf8 { text.take(byte) { folded.append($0) } }
        for byte in literal.utf8 { text.take(byte) { folded.append($0) } }
        for byte in "x".utf8 { text.take(byte) { folded.append($0) } }
        return Array(folded.dropFirst().dropLast())
    }
}
