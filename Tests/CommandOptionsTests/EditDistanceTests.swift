import CommandOptions
import TestSupport
import Testing

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "abcd", 1), ("abcd", "acd", 1),
        ("ab", "ba", 1), ("genrate", "generate", 1), ("genertae", "generate", 1), ("kitten", "sitting", 3),
        // Letters swapped and then moved apart: one more for the restricted distance.
        ("ca", "abc", 2), ("a cat", "an abct", 3),
        // Unicode scalars, not characters.
        ("e\u{301}", "e", 1), ("\u{E9}", "e\u{301}", 2), ("🇩🇪", "🇩🇰", 1),
    ])
    func table(_ source: String, _ target: String, _ distance: Int) {
        #expect(EditDistance.between(source, target) == distance)
    }

    @Test func longWordsAreNotCompared() {
        let longest = String(repeating: "a", count: EditDistance.longestWord)
        #expect(EditDistance.between(longest, "a") == 63)
        #expect(EditDistance.between(longest, longest) == 0)
        #expect(EditDistance.between(longest + "a", "a") == nil)
        #expect(EditDistance.between("a", String(repeating: "a", count: 10_000_000)) == nil)
    }

    @Test func isAMetric() {
        var generator = SeededGenerator.printingSeed("EditDistanceTests")
        for _ in 0..<400 {
            let words = (0..<3).map { _ in
                String(
                    (0..<Int.random(in: 0...7, using: &generator)).map { _ in
                        "abc".randomElement(using: &generator) ?? "a"
                    })
            }
            let (a, b, c) = (words[0], words[1], words[2])
            guard let ab = EditDistance.between(a, b), let ba = EditDistance.between(b, a),
                let bc = EditDistance.between(b, c), let ac = EditDistance.between(a, c)
            else {
                Issue.record("no distance for \(words)")
                return
            }
            #expect(ab == ba, "\(words)")
            #expect((ab == 0) == (a == b), "\(words)")
            #expect(ac <= ab + bc, "\(words)")
            #expect(ab <= max(a.count, b.count) && ab >= abs(a.count - b.count), "\(words)")
        }
    }
}
