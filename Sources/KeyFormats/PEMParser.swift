internal import CryptoOpenSSL
internal import Encodings

/// Reads one PEM block, in one pass over bytes: `"\r\n"` is a single `Character`.
struct PEMParser {
    private let grammar: PEM.Grammar
    private var position = 0

    init(grammar: PEM.Grammar) {
        self.grammar = grammar
    }

    mutating func block(_ text: Span<UInt8>) throws(AuthKeysError) -> PEM.Block {
        if grammar == .lax { skipWhitespace(text) }
        guard let label = try boundary("BEGIN", text) else {
            throw failure(
                .missingBegin, "no -----BEGIN …----- line at the start of the text", text,
                hint: "copy the whole key, with its first and its last line")
        }
        let shown = PEM.shown(label)
        let body = try body(text)
        guard let endLabel = try boundary("END", text) else {
            throw failure(.missingEnd, "no -----END \(shown)----- line after the body", text)
        }
        guard endLabel == label else {
            throw failure(
                .labelMismatch, "a block that begins as '\(shown)' and ends as '\(PEM.shown(endLabel))'", text)
        }
        if grammar == .lax { skipWhitespace(text) } else { try lineEnd(text) }
        guard position == text.count else {
            throw failure(.trailingContent, "something follows the -----END \(shown)----- line", text)
        }
        guard body.count > 0 else {
            throw failure(.empty, "nothing between the lines -----BEGIN \(shown)----- and -----END \(shown)-----", text)
        }
        let contents = try SecretBytes(capacity: Base64.maximumDecodedCount(body.count)) {
            output throws(AuthKeysError) in
            try body.withBytes { body throws(AuthKeysError) in try Base64.decode(body, into: &output) }
        }
        return PEM.Block(label: label, contents: contents)
    }

    /// Reads `-----BEGIN label-----`; `nil`, with the position where it was, when it is not there.
    private mutating func boundary(_ word: StaticString, _ text: Span<UInt8>) throws(AuthKeysError) -> String? {
        let start = position
        guard skip("-----\(word) ", text) else { return nil }
        let labelStart = position
        while position < text.count, (0x20...0x7E).contains(text[position]), !starts("-----", text) { position += 1 }
        var label = ""
        for index in labelStart..<position { label.unicodeScalars.append(Unicode.Scalar(text[index])) }
        guard !label.isEmpty, skip("-----", text) else {
            position = start
            return nil
        }
        guard PEM.isLabel(label) else {
            position = labelStart
            throw failure(
                .label, "what stands behind -----\(word) is not words with one space between them", text,
                hint: "copy the line again; it has five hyphens at either end")
        }
        return label
    }

    /// The base64 text without its white space, up to the first hyphen.
    private mutating func body(_ text: Span<UInt8>) throws(AuthKeysError) -> SecretBytes {
        if grammar == .strict { try lineEnd(text) }
        var body = SecretBuilder(reservingCapacity: text.count)
        var column = 0
        var previousLineLength = PEM.lineLength
        while position < text.count, text[position] != UInt8(ascii: "-") {
            switch (grammar, isWhitespace(text[position])) {
            case (.lax, true): position += 1
            case (.strict, true):
                guard column > 0, previousLineLength == PEM.lineLength else { throw layoutFailure(text) }
                previousLineLength = column
                column = 0
                try lineEnd(text)
            case (_, false):
                body.append(text[position])
                column += 1
                position += 1
                guard grammar == .lax || column <= PEM.lineLength else { throw layoutFailure(text) }
            }
        }
        guard grammar == .lax || column == 0 else { throw layoutFailure(text) }
        return body.finish()
    }

    private func layoutFailure(_ text: Span<UInt8>) -> AuthKeysError {
        failure(
            .layout,
            "a line of the body that is not \(PEM.lineLength) characters long, or does not end where it should",
            text)
    }

    /// LF, CRLF or CR.
    private mutating func lineEnd(_ text: Span<UInt8>) throws(AuthKeysError) {
        if starts("\r\n", text) {
            position += 2
        } else if starts("\n", text) || starts("\r", text) {
            position += 1
        } else {
            throw failure(.layout, "no line end where one belongs", text)
        }
    }

    private mutating func skipWhitespace(_ text: Span<UInt8>) {
        while position < text.count, isWhitespace(text[position]) { position += 1 }
    }

    /// RFC 7468's W: space, tab, VT, FF, CR, LF.
    private func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private mutating func skip(_ expected: String, _ text: Span<UInt8>) -> Bool {
        guard starts(expected, text) else { return false }
        position += expected.utf8.count
        return true
    }

    private func starts(_ expected: String, _ text: Span<UInt8>) -> Bool {
        guard position + expected.utf8.count <= text.count else { return false }
        var index = position
        for byte in expected.utf8 {
            guard text[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private func failure(
        _ code: PEMCode, _ message: String, _ text: Span<UInt8>, hint: String? = nil
    ) -> AuthKeysError {
        var line = 1
        for index in 0..<min(position, text.count) where text[index] == UInt8(ascii: "\n") { line += 1 }
        return AuthKeysError(code, message, hint: hint, at: SourceLocation(byteOffset: position, line: line))
    }
}
