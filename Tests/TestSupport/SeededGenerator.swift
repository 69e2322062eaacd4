import Foundation

/// A generator whose run can be repeated.
package struct SeededGenerator: RandomNumberGenerator {
    package let seed: UInt64
    private var state: UInt64

    package init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// Another seed every time, which it prints; `AUTHKEYS_TEST_SEED` repeats a run.
    package static func printingSeed(_ name: String) -> SeededGenerator {
        let given = ProcessInfo.processInfo.environment["AUTHKEYS_TEST_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
        print("\(name): AUTHKEYS_TEST_SEED=\(seed)")
        return SeededGenerator(seed: seed)
    }

    /// SplitMix64.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
