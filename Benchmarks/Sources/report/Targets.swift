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
    for (operation, target) in [("verify", 0.95), ("sign", 0.99)] {
        let contest = Contest(samples, operation, "authkeys")
        guard !contest.isEmpty else { continue }
        let sameWork = contest.to(Contest(samples, operation, "libcrypto")).median
        table.add(
            "\(operation), one thread: at least \(decimal(target * 100, 0)) % of C that does the same work",
            "\(decimal(sameWork * 100, 1)) %", verdict(sameWork >= target))
        let (wall, processor) = (contest.toBase.median, contest.toBaseByProcessor.median)
        table.add(
            "\(operation), one thread: at least \(decimal(target * 100, 0)) % of libcrypto alone, which parses nothing",
            "\(decimal(wall * 100, 1)) %, \(decimal(processor * 100, 1)) % by processor time",
            verdict(min(wall, processor) >= target))
        let two = Contest(samples, operation, "authkeys", threads: 2)
        guard !two.isEmpty else { continue }
        let gain = SecondThread(samples, operation)
        let scale = gain.of(contest, two)
        table.add(
            "\(operation), two threads: at least 1.9 times one",
            "\(decimal(scale, 2)) times; libcrypto alone \(decimal(gain.ofLibcrypto, 2))", verdict(scale >= 1.9))
    }
    let (few, many) = (Lines(samples, "few"), Lines(samples, "many"))
    if let fewPeak = few.peak, let manyPeak = many.peak {
        let ratio = many.toLimit.median
        table.add(
            "`jwt verify --lines`: at least 85 % of libcrypto on two threads", "\(decimal(ratio * 100, 1)) %",
            verdict(ratio >= 0.85))
        table.add(
            "`jwt verify --lines`: no more memory for \(decimal(many.count, 0)) tokens than for \(decimal(few.count, 0))",
            "\(decimal(manyPeak, 1)) MB, \(decimal(fewPeak, 1)) MB", verdict(manyPeak <= fewPeak * 1.1))
    }
    return "## Targets\n\n\(table)\n"
}

private func verdict(_ isMet: Bool) -> String {
    isMet ? "met" : "MISSED"
}
