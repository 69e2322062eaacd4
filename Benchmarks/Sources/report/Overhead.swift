/// What `generate` costs besides the search for a key: looked at in each process, and once more by difference.
func overheadSection(_ samples: Samples) -> String {
    var text = "## What `generate` takes besides the search\n\n"
    if let reason = samples.reasons["overhead"] {
        text += "Not looked at in each process: \(reason).\n\n"
    } else {
        var table = Table("2048 bits, ms", "runs used", "before", "after", "before + after [p10..p90]", "search")
        for (label, name) in [("overhead/stdout", "`generate --out -`"), ("overhead/folder", "`generate --out DIR`")] {
            let overhead = samples.overhead(label)
            let all = overhead.count + samples[label, "undecided"].count
            let before = samples[label, "before_ns"].median / 1e6
            let after = samples[label, "after_ns"].median / 1e6
            let search = samples[label, "generation_ns"].median / 1e6
            table.add(
                name, "\(overhead.count) of \(all)", decimal(before, 2), decimal(after, 2), spread(overhead, 2),
                decimal(search, 0))
        }
        text += "\(table)\n\n"
    }
    let floor = samples.wall("keys-2048/c-race")
    var table = Table("whole process less that of the same race in C, ms", "runs", "means [95 %]", "medians [95 %]")
    for (label, name) in [
        ("keys-2048/authkeys-stdout", "`generate --out -`"), ("keys-2048/authkeys-folder", "`generate --out DIR`"),
    ] {
        let wall = samples.wall(label)
        table.add(
            name, "\(wall.count)", interval(Difference(wall, over: floor) { $0.mean }),
            interval(Difference(wall, over: floor) { $0.median }))
    }
    return text + "\(table)\n"
}

private func interval(_ difference: Difference) -> String {
    "\(decimal(difference.value, 1)) [\(decimal(difference.low, 1))..\(decimal(difference.high, 1))]"
}
