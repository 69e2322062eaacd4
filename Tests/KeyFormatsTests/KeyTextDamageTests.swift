import Foundation
import KeyFormats
import TestSupport
import Testing

/// Whatever is cut or changed, no crash, and never another key without a word.
struct KeyTextDamageTests {
    struct Form: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (String) -> [UInt8]

        init(_ name: String, _ make: @escaping @Sendable (String) -> String) {
            testDescription = name
            self.make = { Array(make($0).utf8) }
        }

        init(bytes name: String, _ make: @escaping @Sendable (String) -> [UInt8]) {
            testDescription = name
            self.make = make
        }
    }

    private static func body(_ key: String) -> [UInt8] {
        let lines = key.split(separator: "\n").dropFirst().dropLast()
        return [UInt8](Data(base64Encoded: lines.joined()) ?? Data())
    }

    /// Good forms of a key in PKCS#8; 1024 bits, so that every place can be tried.
    static let forms: [Form] = [
        Form("canonical") { $0 },
        Form("CRLF") { $0.replacing("\n", with: "\r\n") },
        Form("one line with spaces") { $0.split(separator: "\n").joined(separator: " ") },
        Form("one line") { $0.split(separator: "\n").joined() },
        Form("escaped") { $0.replacing("\n", with: "\\n") },
        Form("quoted assignment") { "export KEY=\"\($0)\"\n" },
        Form("base64") { Base64.encode($0.utf8.span) },
        Form("base64 twice") { Base64.encode(Base64.encode($0.utf8.span).utf8.span) },
        Form("between other text") { "before\n\($0)after\n" },
        Form("body only") { $0.split(separator: "\n").dropFirst().dropLast().joined(separator: "\n") },
        Form(bytes: "DER") { body($0) },
        Form(bytes: "UTF-16") { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0), 0] } },
    ]

    private static func key() throws -> String {
        String(decoding: try KeyTextCase.bytes("size_1024"), as: UTF8.self)
    }

    @Test(arguments: forms)
    func aTextThatIsCutIsTheSameKeyOrRefused(_ form: Form) throws {
        let key = try Self.key()
        let whole = form.make(key)
        #expect(KeyText(whole).repairedText == key)
        for count in 0..<whole.count {
            let text = KeyText(Array(whole[..<count]))
            guard let repaired = text.repairedText else {
                #expect(text.anomalies.contains { !$0.isRepairable }, "\(count) bytes")
                continue
            }
            #expect(repaired == key, "\(count) bytes")
        }
    }

    @Test(arguments: forms)
    func aTextThatLostItsStartIsTheSameKeyOrRefused(_ form: Form) throws {
        let key = try Self.key()
        let whole = form.make(key)
        for start in stride(from: 1, to: whole.count, by: 7) {
            guard let repaired = KeyText(Array(whole[start...])).repairedText else { continue }
            #expect(repaired == key, "from byte \(start)")
        }
    }

    /// A changed character of the key is another character of a key: then the bytes are exactly those that stand there,
    /// and their numbers do not agree.
    @Test(arguments: forms)
    func oneChangedByteNeverGivesAnotherSoundKey(_ form: Form) throws {
        let key = try Self.key()
        let whole = form.make(key)
        var generator = SeededGenerator.printingSeed("KeyTextDamageTests, \(form.testDescription)")
        var others: Set<String> = []
        for _ in 0..<300 {
            var changed = whole
            let index = Int.random(in: 0..<whole.count, using: &generator)
            changed[index] = UInt8.random(in: 0...255, using: &generator)
            guard let repaired = KeyText(changed).repairedText, repaired != key else { continue }
            let (before, after) = (Self.body(key), Self.body(repaired))
            #expect(before.count == after.count)
            // One character holds six bits, in at most two bytes; a character of base64 around base64 in three.
            #expect(zip(before, after).count { $0 != $1 } <= 4, "byte \(index)")
            others.insert(repaired)
        }
        #expect(!others.isEmpty)
        for other in others.prefix(8) {
            let check = ChildProcess("openssl", ["pkey", "-check", "-noout"])
            #expect(try !check.run(input: other).succeeded, "\(form.testDescription): a changed key passes as sound")
        }
    }

    private static let hostile: [(String, [UInt8])] = [
        ("BEGIN lines", Array(String(repeating: "-----BEGIN PRIVATE KEY-----\n", count: 7_000).utf8)),
        ("labels without an end", Array(String(repeating: "-----BEGIN A", count: 16_000).utf8)),
        (
            "blocks",
            Array(String(repeating: "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", count: 4_000).utf8)
        ),
        ("quotes", [UInt8](repeating: UInt8(ascii: "\""), count: 200_000)),
        ("backslashes", [UInt8](repeating: UInt8(ascii: "\\"), count: 200_000)),
        ("hyphens", [UInt8](repeating: UInt8(ascii: "-"), count: 200_000)),
        ("braces", [UInt8](repeating: UInt8(ascii: "{"), count: 200_000)),
        ("line ends", [UInt8](repeating: 0x0A, count: 200_000)),
        ("zeros", [UInt8](repeating: 0, count: 200_000)),
        ("marks", Array(String(repeating: "\u{FEFF}", count: 60_000).utf8)),
        ("assignments", Array(String(repeating: "A=", count: 100_000).utf8)),
        ("BEGIN words", Array(String(repeating: "BEGIN ", count: 30_000).utf8)),
        ("words before BEGIN", Array((String(repeating: "A=", count: 80_000) + "-----BEGIN PRIVATE KEY-----").utf8)),
    ]

    /// Nothing here is quadratic: a quadratic search would take minutes at this size.
    @Test(arguments: hostile.map(\.0))
    func longTextsAreRefused(name: String) throws {
        let bytes = try #require(Self.hostile.first { $0.0 == name }).1
        #expect(KeyText(bytes).repairedText == nil)
    }

    @Test func aTextAboveTheLimitIsNotRead() throws {
        let padding = [UInt8](repeating: 0x0A, count: KeyText.maximumByteCount)
        let key = try KeyTextCase.bytes("canonical")
        #expect(KeyText(key + padding).shortCodes == "too-large")
        #expect(KeyText(key + padding.dropLast(key.count)).repairedText.map { Array($0.utf8) } == key)
    }

    @Test func wrappingsInsideEachOtherHaveALimit() throws {
        var text = String(decoding: try KeyTextCase.bytes("canonical"), as: UTF8.self)
        for _ in 0..<KeyText.maximumWrappingCount { text = "'\(text)'" }
        #expect(KeyText(text).repairedText != nil)
        #expect(codeThrown { try KeyText("'\(text)'").repaired() } == "keytext.too-many-wrappings")
    }
}
