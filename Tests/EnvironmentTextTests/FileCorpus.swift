import TestSupport

/// Files at the corners of every reader's grammar.
enum FileCorpus {
    static let written: [String] = [
        "", "\n", "A=1", "A=1\n", "A=1\r\nB=2\r\n", "A=1\rB=2", " A = 1 ", "A= # c", "A=#c", "A=1 #c", "A=1#c", "A=a b",
        "export A=1", "export  A=1", "export\nA=1", "export=1", "export =1", "export A", "exportA=1", "A", "A B=1",
        "A\n=1",
        "A: 1", "A:1", "A:\nfoo", "A:\n\nB=1", "A.b-c=1", "1A=1", "-=1", "=1", "# c\nA=1", "  # c", "A=1\n# B=2\nC=3",
        "A='x'", "A=\"x\"", "A=`x`", "A='x' # c", "A='x'# c", "A='x'y", "A='x", "A=\"x", "A=`x", "A=x'", "A='", "A=''",
        "A=\"\"", "A='x\ny'", "A=\"x\ny\"\nB=1", "A=`x\ny`", "A='a\\'b'", "A=\"a\\\"b\"", "A='a\\'",
        "A=\"a\\\"\nB=\"c\"",
        "A='a\\'\nB='b'", "A='\\'\\'\\'", "A='a\\'\nb'", "A='a\\' # b'", "A=\"a\\\"\nb\\\"\nc\"", "A='a\\'\nb\\'\nc",
        "A='a\\\\'", "A='a\\\\b'", "A=\"a\\\\b\"", "A=\"a\\nb\"", "A='a\\nb'",
        "A=a\\nb",
        "A=\"a\\rb\\tc\"", "A=\"a\\nb", "A=\"\\\\n\"", "A=\"a\\$b\"", "A=\"\\a\\b\\f\\v\\x\"", "A=\n'x'", "A=\n\"B=2\"",
        "A=\n\nB=2", "A= 'x' ", "A=\t\"x\"\t", "A=' x '", "A=\"'x'\"", "A='\"x\"'", "A='x'\n\n\n#c\nB=2", "A='x' 'y'",
        "A='a'b'", "A='#'", "A=a#b'c'", "A=$B", "B=1\nA=${B}", "A=${B:-d}", "A='${B}'\nB=2", "B=2\nA='${B}'", "A=${B",
        "A=${B:x}", "A=${}", "A=${B:-${C}}", "B\nA=x${B:-y}z", "A=1\nA=2", "A=${A}x\nA=${A}y", "'A B'=1", "'A=1",
        "''=1",
        "\u{FEFF}A=1", "A\u{A0}=\u{A0}1\u{A0}", "A=1\u{2028}B=2", "A=x\u{2028}\"y\"", "# c\u{2028}B=2",
        "A=\u{3000}x\u{3000}",
        "A=x\u{85}", "A=x\u{1C}", "\u{85}A=1", "A=\u{FEFF}x", "A=é", "A=\"é\" é", "A=x  # c # d", "A=x\t#c", "A=a=b",
        "A==",
        "A=x;B=y", "A=x B=y", "A=1 \\\nB=2", "A=a\\\nb", "A=a\\ b", "A=\"a\\\nb\"", "A='a'\"b\"c", "A=*", "A=[x]",
        "A={a,b}",
        "A=a~", "A=\"~\"", "A=x\\", "A=!", "A=a:b", "A=%", "export A=1 B=2", "export A B=2", "A=1 # c\nB=2", "A='x'#y",
        "A=^",
        "A=\"\\`\\$\\\"\\\\\\x\"", "A=\\$B", "A=\\'", "A=\u{1B}[31m", "A=\"{\"x\":1}\"", "A='{\"x\":\"y\"}'",
        "A=-----BEGIN PRIVATE KEY-----\nMIIE+/x\nabcd==\n-----END PRIVATE KEY-----\nB=1",
        "A=\"-----BEGIN\nMIIE\n-----END\"",
        "\u{FEFF}", "\u{FEFF}\u{FEFF}A=1", "\u{FEFF}\nA='x", "\n\u{FEFF}A=1", "A=\u{A0}#c", "A=\t#'x\nB=1",
        "A=\n#c\nB=1",
        "A='a\\\\' # 'b'", "A='a\\\nb'", "A='\\", "A=\"\\é\"", "A='a\\\\\\'\nB=1",
    ]

    static let illFormed: [[UInt8]] = [
        Array("A=a".utf8) + [0xFF] + Array("b\n".utf8), Array("A='".utf8) + [0xE2, 0x82] + Array("'\n".utf8),
        [0xC3] + Array("A=1".utf8), Array("A=".utf8) + [0xED, 0xA0, 0x80],
    ]

    static func random(_ count: Int, _ generator: inout SeededGenerator) -> [[UInt8]] {
        let parts: [String] = [
            "A", "B", "C", "A=", "B=", "\nA='", "\nB=\"", "C=`", "'\n", "\"\n", "\\'\n", "\\\" #", "export ", "'", "'",
            "\"", "\"", "`", "\\", "\\'", "\\\"", "\\n", "#", " #", " ",
            "\n",
            "\n", "\r", "\t", ":", ": ", "=", "$", "${A}", "${B:-x}", "}", "x", "é", "\u{A0}", "\u{2028}", "\u{FEFF}",
            "\u{85}",
            "\u{1C}", "~", "*", ";",
        ]
        return (0..<count).map { _ in
            (0..<Int.random(in: 1...24, using: &generator)).flatMap { _ in
                Array((parts.randomElement(using: &generator) ?? "").utf8)
            }
        }
    }
}
