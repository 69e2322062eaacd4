/// What the project promises, and whether this run kept it.
func targetSection(_ samples: Samples) -> String {
    var table = Table("target", "measured", "")
    let ratio = samples.wall("start/authkeys").median / samples.wall("start/openssl").median
    table.add(
        "`authkeys --version` starts faster than `openssl version`", "\(decimal(ratio, 2)) of its time",
        verdict(ratio < 1))
    for (label, name) in [("overhead/stdout", "-"), ("overhead/folder", "DIR")] {
        let overhead = samples.overhead(label).median
        guard overhead.isFinite else { continue }
        table.add(
            "`generate --out \(name)`: at most 5 ms besides the search", "\(decimal(overhead, 2)) ms",
            verdict(overhead <= 5))
    }
    for (label, name) in memoryLabels {
        guard let peak = samples.peak(label) else { continue }
        table.add("\(name): less than 20 MB", "\(decimal(peak, 1)) MB", verdict(peak < 20))
    }
    return "## Targets\n\n\(table)\n"
}

private func verdict(_ isMet: Bool) -> String {
    isMet ? "met" : "MISSED"
}
