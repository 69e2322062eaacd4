internal import Encodings

/// Reads back the scalars that carry a value in the YAML that is written here: `NAME: "…"` on one line, in the part of
/// YAML's double-quoted style that is JSON (YAML 1.2 §7.3.1).
enum EmittedYAML {
    /// The values of all `NAME: "…"` lines, in order. What stands behind a `#` at the start of a line is a comment.
    /// - Throws: `internal.proof-failed` for a control character, which no reader of YAML accepts, a tab in front, and
    ///   for a value that does not end where its line does.
    static func scalars(_ text: Span<UInt8>, in file: String) throws(AuthKeysError) -> [(name: String, value: [UInt8])]
    {
        var scalars: [(name: String, value: [UInt8])] = []
        var start = 0
        for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: "\n") {
            defer { start = end + 1 }
            var index = start
            while index < end, text[index] == UInt8(ascii: " ") { index += 1 }
            for place in start..<end {
                try EmitProof.require(text[place] >= 0x20 && text[place] != 0x7F, in: file)
            }
            if index < end, text[index] == UInt8(ascii: "#") { continue }
            let nameStart = index
            while index < end, isName(text[index]) { index += 1 }
            guard index > nameStart, index + 2 < end, text[index] == UInt8(ascii: ":"),
                text[index + 1] == UInt8(ascii: " "), text[index + 2] == UInt8(ascii: "\"")
            else { continue }
            let name = (nameStart..<index).map { String(Unicode.Scalar(text[$0])) }.joined()
            let literal = text.extracting(index + 2..<end)
            let value = try EmitProof.proving(file) { () throws(AuthKeysError) in
                try JSON.parse(literal, limits: .keySet)
            }
            guard let string = value.string else {
                throw AuthKeysError(InternalCode.proofFailed, "\(name) of \(file), read back, is no text")
            }
            scalars.append((name, Array(string.utf8)))
        }
        return scalars
    }

    /// - Throws: `internal.proof-failed` unless each of the values is that of a scalar.
    static func require(_ text: String, holds values: [String], in file: String) throws(AuthKeysError) {
        let found = try scalars(text.utf8.span, in: file)
        for value in values {
            try EmitProof.require(found.contains { $0.value.elementsEqual(value.utf8) }, in: file)
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
