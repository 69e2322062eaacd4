import Encodings
import TestSupport
import Testing

/// Eight bytes at a time give what one at a time gives.
@Suite struct ByteSearchTests {
    /// Bytes that differ from each other by one bit or by one, which carries and borrows could mistake.
    private static let bytes: [UInt8] = [0x00, 0x01, 0x09, 0x0A, 0x0B, 0x7F, 0x80, 0x8A, 0xFF]

    private func occurrences(of byte: UInt8, in text: [UInt8]) -> Int { text.span.count(of: byte) }

    private func areSame(_ left: [UInt8], _ right: [UInt8]) -> Bool { left.span.hasSameBytes(as: right.span) }

    @Test func finds_and_counts_like_a_loop() {
        var random = SeededGenerator.printingSeed("byte search")
        for count in 0..<200 {
            let text = (0..<count).map { _ in Self.bytes.randomElement(using: &random) ?? 0 }
            for byte in Self.bytes {
                #expect(occurrences(of: byte, in: text) == text.count { $0 == byte }, "seed \(random.seed)")
                let start = Int.random(in: 0...count, using: &random)
                let found = text.span.firstIndex(of: byte, from: start)
                #expect(found == text[start...].firstIndex(of: byte), "seed \(random.seed)")
            }
        }
    }

    @Test func sees_a_difference_at_every_place() {
        var random = SeededGenerator.printingSeed("byte search")
        for count in 0..<40 {
            let text = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(areSame(text, Array(text)))
            #expect(!areSame(text, text + [0]))
            for index in text.indices {
                var other = text
                other[index] ^= 0x80
                #expect(!areSame(text, other), "seed \(random.seed)")
            }
        }
    }

    @Test func compares_strings_as_bytes() {
        #expect("caf\u{E9}" == "cafe\u{301}")
        #expect(!"caf\u{E9}".hasSameBytes(as: "cafe\u{301}"))
        #expect(!"\u{212A}ey".hasSameBytes(as: "Key"))
        #expect("a name longer than fifteen bytes".hasSameBytes(as: "a name longer than " + "fifteen bytes"))
    }
}
