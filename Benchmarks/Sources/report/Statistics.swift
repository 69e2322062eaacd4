extension [Double] {
    var mean: Double { reduce(0, +) / Double(count) }

    var median: Double { quantile(0.5) }

    /// Between two samples it is interpolated. Of no samples it is not a number.
    func quantile(_ fraction: Double) -> Double {
        sorted().quantileOfSorted(fraction)
    }

    fileprivate func quantileOfSorted(_ fraction: Double) -> Double {
        guard !isEmpty else { return .nan }
        let position = fraction * Double(count - 1)
        let lower = Int(position.rounded(.down))
        let upper = Swift.min(lower + 1, count - 1)
        return self[lower] + (self[upper] - self[lower]) * (position - Double(lower))
    }
}

/// How much one set of samples lies above another, and how sure that is.
struct Difference {
    let value: Double
    /// The middle 95 % of the differences of 4,000 pairs of sets drawn from the samples with replacement (percentile
    /// bootstrap).
    let low: Double
    let high: Double

    init(_ samples: [Double], over others: [Double], _ statistic: ([Double]) -> Double) {
        var random = SplitMix64(state: 2048)
        let differences = (0..<4000).map { _ in
            statistic(Self.draw(samples, &random)) - statistic(Self.draw(others, &random))
        }.sorted()
        value = statistic(samples) - statistic(others)
        low = differences.quantileOfSorted(0.025)
        high = differences.quantileOfSorted(0.975)
    }

    private static func draw(_ samples: [Double], _ random: inout SplitMix64) -> [Double] {
        samples.indices.map { _ in samples[Int.random(in: samples.indices, using: &random)] }
    }
}

/// The same draws for the same samples, so that a report can be made again.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
