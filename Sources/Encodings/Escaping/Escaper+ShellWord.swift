extension Escaper {
    /// One word for a POSIX shell (XCU §2.2.2) that sh, dash, bash and busybox read back to the same bytes; bare when
    /// no shell gives any of its characters a meaning, at the start of a word or elsewhere, else in single quotes.
    ///
    /// Quotes do not stop a program from reading `-x` as an option: put `--` before it. Controls stay what they are;
    /// for a command that is only shown, apply ``terminal(_:)`` to the result.
    ///
    /// - Throws: `text.not-representable` for a NUL, which no argument can hold.
    public static func shellWord(_ text: String) throws(AuthKeysError) -> String {
        var word: [UInt8] = []
        try appendShellWord(text.utf8.span, to: &word)
        return String(decoding: word, as: UTF8.self)
    }

    /// The same for any bytes, without a `String` in between; nothing is appended when it throws.
    package static func appendShellWord(
        _ bytes: Span<UInt8>, to sink: inout some ByteSink & ~Copyable
    ) throws(AuthKeysError) {
        var isBare = !bytes.isEmpty
        for index in bytes.indices {
            if bytes[index] == 0 { throw nulInShellWord(at: index) }
            if !isBareInShell(bytes[index]) { isBare = false }
        }
        if isBare { return sink.append(bytes) }
        sink.append(UInt8(ascii: "'"))
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "'") {
                sink.append("'\\''")
            } else {
                sink.append(bytes[index])
            }
        }
        sink.append(UInt8(ascii: "'"))
    }

    /// `~`, `#` and `=` matter at the start of a word (`=` in zsh) and `{`, `^` and `!` in some shells: none is bare.
    private static func isBareInShell(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"): true
        case UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "@"), UInt8(ascii: "%"): true
        default: false
        }
    }

    private static func nulInShellWord(at offset: Int) -> AuthKeysError {
        AuthKeysError(
            TextCode.notRepresentable, "the text has a NUL, and no shell word can hold one",
            hint: "remove the NUL, or hand the text over in a file", at: SourceLocation(byteOffset: offset))
    }
}
