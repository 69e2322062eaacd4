internal import Encodings

/// The BEGIN and END lines of PEM (RFC 7468 §3), and what they turn into.
enum KeyTextBoundary {
    /// Without the space behind it, which may be lost.
    static let begin = "-----BEGIN"
    static let end = "-----END"
    static let hyphenCount = 5
    private static let longestLabel = 64

    /// The labels that are written into messages. Any other might be a part of a key.
    private static let labels = [
        "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE",
        "EC PRIVATE KEY", "EC PARAMETERS", "DSA PRIVATE KEY", "DH PARAMETERS", "OPENSSH PRIVATE KEY",
        "SSH2 ENCRYPTED PRIVATE KEY", "SSH2 PUBLIC KEY", "TRUSTED CERTIFICATE", "X509 CERTIFICATE", "X509 CRL",
        "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST", "PKCS7", "CMS", "PGP PRIVATE KEY BLOCK",
        "PGP PUBLIC KEY BLOCK", "PGP MESSAGE",
    ]

    struct Label: Equatable {
        /// `nil` for one that is not known.
        let name: String?
        var isLowerCase = false
        /// Its spaces were lost.
        var isCompact = false

        var shown: String { name.map { "'\($0)'" } ?? "an unknown label" }
    }

    /// Reads the label from `start` up to the next hyphen; the hyphens behind it are not checked.
    static func label(_ text: Span<UInt8>, _ start: Int, before end: Int) -> (label: Label, end: Int)? {
        let limit = min(end, start + longestLabel)
        let labelEnd = text.end(
            of: { $0 != UInt8(ascii: "-") && !$0.isLineEnd && (0x20...0x7E).contains($0) }, from: start, before: limit)
        let range = text.trimmed(start..<labelEnd)
        guard !range.isEmpty, labelEnd < end, text[labelEnd] == UInt8(ascii: "-") else { return nil }
        return (known(text, range), labelEnd)
    }

    /// What a label promises, in whatever case it is written; `nil` when it is not known.
    static func content(_ text: Span<UInt8>, _ range: Range<Int>) -> KeyText.Content? {
        known(text, range).name.map { KeyText.Content(label: $0) }
    }

    private static func known(_ text: Span<UInt8>, _ range: Range<Int>) -> Label {
        for name in labels {
            if name.utf8.count == range.count, text.holds(name, at: range.lowerBound, before: range.upperBound) {
                return Label(name: name)
            }
        }
        for name in labels where equalsIgnoringSpacesAndCase(text, range, name) {
            let isLowerCase = range.contains { (0x61...0x7A).contains(text[$0]) }
            return Label(name: name, isLowerCase: isLowerCase, isCompact: !isLowerCase)
        }
        return Label(name: nil)
    }

    private static func equalsIgnoringSpacesAndCase(_ text: Span<UInt8>, _ range: Range<Int>, _ name: String) -> Bool {
        var index = range.lowerBound
        for byte in name.utf8 where byte != 0x20 {
            while index < range.upperBound, text[index] == 0x20 { index += 1 }
            guard index < range.upperBound, text[index] & 0xDF == byte & 0xDF else { return false }
            index += 1
        }
        return index == range.upperBound
    }

    /// The length of the dash at that place which is not the hyphen of ASCII: U+2010 to U+2015, U+2212, U+00AD.
    static func typographicDash(_ text: Span<UInt8>, _ index: Int, before end: Int) -> Int? {
        func byte(_ offset: Int) -> UInt8 { index + offset < end ? text[index + offset] : 0 }
        switch (text[index], byte(1), byte(2)) {
        case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): return 3
        case (0xC2, 0xAD, _): return 2
        default: return nil
        }
    }

    // The errors below know the byte and not the line: counting lines for each of many blocks would take too long.

    static func typographic(at offset: Int) -> AuthKeysError {
        AuthKeysError(
            KeyTextCode.typographicDashes, "typographic dashes where hyphens belong: an editor has replaced them",
            hint: "copy the key from the file itself; the BEGIN and END lines have five hyphens (-) on each side",
            at: SourceLocation(byteOffset: offset))
    }

    static func hyphens(_ count: Int, _ place: String, at offset: Int) -> AuthKeysError {
        AuthKeysError(
            KeyTextCode.boundaryHyphens, "\(count.counted("hyphen")) \(place) where \(hyphenCount) belong",
            hint: "the BEGIN and END lines have five hyphens (-) on each side; copy the whole key again",
            at: SourceLocation(byteOffset: offset))
    }

    static func lowerCase(at offset: Int) -> AuthKeysError {
        AuthKeysError(
            KeyTextCode.lowerCase, "a BEGIN or END line in lower case",
            hint: "write the line in capitals, and see that nothing has changed the case of the key's own lines",
            at: SourceLocation(byteOffset: offset))
    }
}
