internal import CryptoOpenSSL
internal import Encodings

/// The headers of RFC 1421 §4.6 in front of a body. RFC 7468 has none; the old PEM encryption of OpenSSL needs two.
struct KeyTextHeaders {
    /// `Proc-Type: 4,ENCRYPTED` and `DEK-Info: …` as they belong in front of the body, with the blank line.
    let canonical: SecretBytes
    /// The octets of the initialisation vector, which is one block of the cipher.
    let blockLength: Int
    let body: Range<Int>

    /// `nil` when there are none.
    /// - Throws: `keytext.headers` for headers other than those two.
    static func read(_ text: Span<UInt8>, _ range: Range<Int>) throws(AuthKeysError) -> KeyTextHeaders? {
        let start = text.trimmed(range).lowerBound
        let name = text.end(
            of: { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }, from: start,
            before: min(range.upperBound, start + 64))
        guard name > start, name < range.upperBound, text[name] == UInt8(ascii: ":") else { return nil }
        guard let headers = encryption(text, start..<range.upperBound) else {
            throw AuthKeysError(
                KeyTextCode.headers, "headers in front of the key's lines, which keys in PEM do not have (RFC 7468 §2)",
                hint: "remove the lines between BEGIN and the first line of the key, and the blank line too",
                at: text.location(start))
        }
        return headers
    }

    private static func encryption(_ text: Span<UInt8>, _ range: Range<Int>) -> KeyTextHeaders? {
        let end = range.upperBound
        func skipSpace(_ index: Int) -> Int { text.end(of: \.isASCIIWhitespace, from: index, before: end) }
        func after(_ word: String, _ index: Int) -> Int? {
            text.holds(word, at: index, before: end) ? index + word.utf8.count : nil
        }
        guard let type = after("Proc-Type:", range.lowerBound), let typeEnd = after("4,ENCRYPTED", skipSpace(type)),
            let info = after("DEK-Info:", skipSpace(typeEnd))
        else { return nil }
        let cipher = skipSpace(info)
        let comma = text.end(
            of: { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }, from: cipher,
            before: min(end, cipher + 32))
        guard comma > cipher, comma < end, text[comma] == UInt8(ascii: ",") else { return nil }
        let vector = comma + 1
        let vectorEnd = text.end(
            of: { $0.isASCIIDigit || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) }, from: vector,
            before: end)
        // White space has to end it: the first letters of base64 could be taken for more of it.
        guard [16, 32].contains(vectorEnd - vector), vectorEnd < end, text[vectorEnd].isASCIIWhitespace else {
            return nil
        }
        var canonical = SecretBuilder(reservingCapacity: 128)
        canonical.append("Proc-Type: 4,ENCRYPTED\nDEK-Info: ")
        canonical.append(text.extracting(cipher..<vectorEnd))
        canonical.append("\n\n")
        // The line end of the header and the blank line are not the body's.
        var body = vectorEnd
        var lineEnds = 0
        while body < end, text[body].isASCIIWhitespace, lineEnds < 2 {
            let isCRLF = text.holds("\r\n", at: body, before: end)
            if text[body].isLineEnd { lineEnds += 1 }
            body += isCRLF ? 2 : 1
        }
        if lineEnds == 2, body > vectorEnd { body -= 1 }
        return KeyTextHeaders(
            canonical: canonical.finish(), blockLength: (vectorEnd - vector) / 2, body: body..<end)
    }
}
