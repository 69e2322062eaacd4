/// One operation of one program in the race, and what the samples say of it. Ratios are of rates, taken within each
/// round to the run of libcrypto right before it, so that a busy moment counts for both sides.
struct Contest {
    private let samples: Samples
    private let label: String

    init(_ samples: Samples, _ operation: String, _ program: String, threads: Int = 1) {
        self.samples = samples
        label = "\(operation)-\(threads)/\(program)"
    }

    var isEmpty: Bool { wall.isEmpty }
    var wall: [Double] { samples[label, "ns_per_token"] }
    var processor: [Double] { samples[label, "cpu_ns_per_token"] }

    var toBase: [Double] { ratios(base, wall) }
    var toBaseByProcessor: [Double] { ratios(samples[label, "base_cpu_ns_per_token"], processor) }

    /// To another contest that has the same base, which takes out what changed between the two.
    func to(_ other: Contest) -> [Double] { ratios(toBase, other.toBase) }

    /// The cost of libcrypto right before each run.
    var base: [Double] { samples[label, "base_ns_per_token"] }

    private func ratios(_ numerators: [Double], _ denominators: [Double]) -> [Double] {
        zip(numerators, denominators).map { $0 / $1 }
    }
}

/// `95.1 [93.0..97.2]`: the median in percent, the lowest and the highest.
func percent(_ ratios: [Double]) -> String {
    guard !ratios.isEmpty else { return "–" }
    let (low, high) = (decimal(ratios.min().map { $0 * 100 }, 1), decimal(ratios.max().map { $0 * 100 }, 1))
    return "\(decimal(ratios.median * 100, 1)) [\(low)..\(high)]"
}
