/// What the measuring programs printed: lines of a label, a quantity and a number, such as `start/openssl wall_ns 2168818`.
/// A line `left-out SECTION REASON` says why a section has none, and `version LABEL VERSION` what was measured.
struct Samples {
    private var values: [String: [Double]] = [:]
    private(set) var reasons: [String: String] = [:]
    private(set) var versions: [String: String] = [:]

    init(lines: some Sequence<String>) throws(Failure) {
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 2)
            guard words.count == 3 else { throw Failure(description: "not a sample: \(line)") }
            if words[0] == "left-out" {
                reasons[String(words[1])] = String(words[2])
            } else if words[0] == "version" {
                versions[String(words[1])] = String(words[2])
            } else if let value = Double(words[2]) {
                values["\(words[0]) \(words[1])", default: []].append(value)
            } else {
                throw Failure(description: "not a sample: \(line)")
            }
        }
    }

    /// In the order in which they were taken; none when there is no such label.
    subscript(_ label: String, _ quantity: String) -> [Double] {
        values["\(label) \(quantity)"] ?? []
    }

    /// In milliseconds.
    func wall(_ label: String) -> [Double] {
        self[label, "wall_ns"].map { $0 / 1e6 }
    }

    /// The largest of all runs, in MB (1,000,000 bytes).
    func peak(_ label: String) -> Double? {
        self[label, "peak_kib"].max().map { $0 * 1024 / 1e6 }
    }

    /// What 'authkeys generate' took besides the search, in milliseconds.
    func overhead(_ label: String) -> [Double] {
        zip(self[label, "before_ns"], self[label, "after_ns"]).map { ($0 + $1) / 1e6 }
    }
}
