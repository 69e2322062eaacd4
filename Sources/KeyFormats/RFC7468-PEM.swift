public import CryptoOpenSSL
public import Encodings

/// Textual encodings of keys (RFC 7468): a label, a base64 body, the label again.
public enum PEM {
    /// How much of RFC 7468 §3 is accepted.
    public enum Grammar: Sendable {
        /// `stricttextualmsg`: 64 characters a line, one line end after every line, nothing before, nothing after.
        case strict
        /// `laxtextualmsg`: white space, or none, anywhere between the two boundaries and around them.
        case lax
    }

    public struct Block: Sendable {
        public let label: String
        public let contents: SecretBytes
    }

    static let lineLength = 64

    /// The canonical text: LF, 64 characters a line, a final newline.
    public static func encode(_ contents: Span<UInt8>, label: String) -> SecretBytes {
        encode(contents, label: label, lineEnd: "\n")
    }

    /// The same with a space for every line end and none at the end of the text: one line that `importPKCS8` of the
    /// JavaScript library `jose` reads, and what Convex Auth stores. It is RFC 7468's lax form.
    public static func encodeOnOneLine(_ contents: Span<UInt8>, label: String) -> SecretBytes {
        encode(contents, label: label, lineEnd: " ")
    }

    private static func encode(_ contents: Span<UInt8>, label: String, lineEnd: String) -> SecretBytes {
        let body = SecretBytes(capacity: Base64.encodedCount(contents.count)) { Base64.encode(contents, into: &$0) }
        var text = SecretBuilder(reservingCapacity: body.count + body.count / lineLength + 2 * label.utf8.count + 64)
        text.append("-----BEGIN \(label)-----" + lineEnd)
        body.withBytes { body in
            for start in stride(from: 0, to: body.count, by: lineLength) {
                text.append(body.extracting(start..<min(start + lineLength, body.count)))
                text.append(lineEnd)
            }
        }
        text.append("-----END \(label)-----" + (lineEnd == "\n" ? "\n" : ""))
        return text.finish()
    }

    /// - Throws: a `pem.…` or `base64.…` code.
    public static func parse(_ text: Span<UInt8>, grammar: Grammar = .strict) throws(AuthKeysError) -> Block {
        var parser = PEMParser(grammar: grammar)
        return try parser.block(text)
    }

    /// The contents of the one block in `text`, which must have that label.
    static func contents(
        _ text: Span<UInt8>, label: String, grammar: Grammar, hints: KeyValuePairs<String, String> = [:]
    ) throws(AuthKeysError) -> SecretBytes {
        let block = try parse(text, grammar: grammar)
        guard block.label == label else {
            throw AuthKeysError(
                PEMCode.unexpectedLabel, "PEM labelled '\(shown(block.label))' where '\(label)' is expected",
                hint: hints.first { $0.key == block.label }?.value, at: SourceLocation(byteOffset: 0, line: 1))
        }
        return block.contents
    }
}
