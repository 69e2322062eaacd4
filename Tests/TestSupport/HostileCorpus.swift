/// Text that somebody chose in order to be more than text.
package enum HostileCorpus {
    package static let all: [String] = written + everySmallScalar + mixtures

    package static let written: [String] = [
        "", " ", "plain", "it's", "say \"hi\"", "back\\slash", "\\", "\\\\", "\\'", "\\n", "$HOME", "${HOME}", "$(id)",
        "`id`", "a b", "a\nb", "a\r\nb", "\r\n", "\n", "\t", "; id", "| id", "&& id", "> f", "* ?", "[a]", "{a,b}",
        "~", "~root", "#c", "a#c", "=cmd", "A=b", "-n", "--", "-----BEGIN PRIVATE KEY-----", "!!", "^a^b", "%1", "%25",
        "::set-output name=a::b", "::error::x", "x ::add-mask::y", ":", "::", ":::", "::::", "a:", ":a", "a::", "#",
        "##",
        "##[error]x", "###[", "[", "a#", "#[", "##vso[task.setvariable]", "::stop-commands::t", "${{ secrets.X }}",
        "${{", "}}", "{0}", "{{0}}", "[a](https://example.org)", "\\[a]", "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;t\u{7}",
        "\u{9B}31m", "\u{202E}gnp.exe", "a\u{2066}b\u{2069}", "\u{200B}", "\u{FEFF}bom", "a\u{2028}b\u{2029}c", "]]>",
        "<script>alert(1)</script>", "<!--", "&amp;", "&#x41;", "a\0b", "\0", "\u{7F}", "emoji 👩‍👩‍👧 😀", "e\u{301}",
        "\u{301}x", "\u{E0001}\u{E0041}", "\u{1D173}", "\u{FE0F}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "\u{10FFFF}",
        "\u{FFFD}", "\u{AD}", "\u{34F}", "\u{115F}", "\u{3164}", "\u{E000}", "null", "true", "~", "- a",
        "a: b", "? a", "@a", "`a", "%a", "---", "...", "!!str", "&a", "*a", "|", ">", "0x1F", "1e3", "on", "'", "''",
        "'\"'", "\"", "\\\"", "café", "日本語", "{\"a\":\"b\\\\c\"}", String(repeating: "::", count: 500),
        String(repeating: "'", count: 500), String(repeating: "\\", count: 501),
    ]

    /// Alone, inside, and at the end of a text.
    package static let everySmallScalar: [String] = (UInt8.min...UInt8.max).flatMap { value in
        let scalar = String(Unicode.Scalar(value))
        return [scalar, "a\(scalar)b", "a\(scalar)", "\(scalar)b"]
    }

    package static let mixtures: [String] = {
        var generator = SeededGenerator.printingSeed("HostileCorpus")
        let parts: [String] =
            written + ["'", "\"", "\\", "$", "`", "{", "}", "[", "]", ":", "#", "\n", "\r", "\0", "n", "u"]
        return (0..<400).map { _ in
            (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                parts.randomElement(using: &generator) ?? ""
            }.joined()
        }
    }()
}
