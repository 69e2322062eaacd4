import Encodings
import KeyFormats

/// The strict grammar is part of the lax one and has one text for each block; what parses is written so that it parses
/// to the same.
enum PEMProperty {
    static func check(_ input: [UInt8]) throws {
        let lax = try accepted(input.count, secret: input) { () throws(AuthKeysError) in
            try PEM.parse(input.span, grammar: .lax)
        }
        let strict = try accepted(input.count, secret: input) { () throws(AuthKeysError) in try PEM.parse(input.span) }
        _ = try accepted(input.count, secret: input) { () throws(AuthKeysError) in
            try RSAPrivateKey(pemRepresentation: input.span, grammar: .lax)
        }
        if let strict {
            try require(lax.map { isSame(strict, $0) } ?? false, "the lax grammar takes what the strict one takes")
            try requireLabel(strict.label)
        }
        guard let block = strict ?? lax else { return }
        try require(block.contents.count > 0, "a block holds something")
        let text = block.contents.withBytes { PEM.encode($0, label: block.label) }.exposeSecret()
        let line = block.contents.withBytes { PEM.encodeOnOneLine($0, label: block.label) }.exposeSecret()
        if strict != nil {
            try require(isSame(try PEM.parse(text.span), block), "canonical text is strict and says the same")
            if !input.contains(UInt8(ascii: "\r")) { try require(text == input, "with line feeds there is one text") }
        }
        try require(isSame(try PEM.parse(text.span, grammar: .lax), block), "canonical text says the same")
        try require(isSame(try PEM.parse(line.span, grammar: .lax), block), "one line says the same")
    }

    private static func isSame(_ left: PEM.Block, _ right: PEM.Block) -> Bool {
        left.label.utf8.elementsEqual(right.label.utf8) && left.contents.isEqual(to: right.contents)
    }

    /// RFC 7468 §3: `labelchar *( ["-" / SP] labelchar )`, a labelchar being any printable character but `-`.
    private static func requireLabel(_ label: String) throws {
        let words = label.utf8.split(omittingEmptySubsequences: false) { $0 == 0x2D || $0 == 0x20 }
        let areWords = words.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x21...0x7E).contains($0) } }
        try require(areWords, "'\(label)' is a label")
    }
}
