import CommandOptions
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
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(state: seed)
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
                Issue.record("no distance for \(words), seed \(seed)")
                return
            }
            #expect(ab == ba, "seed \(seed): \(words)")
            #expect((ab == 0) == (a == b), "seed \(seed): \(words)")
            #expect(ac <= ab + bc, "seed \(seed): \(words)")
            #expect(ab <= max(a.count, b.count) && ab >= abs(a.count - b.count), "seed \(seed): \(words)")
        }
    }
}

/// The same numbers for the same seed, everywhere.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
