/// How long a process takes that has nothing to do.
func startSection(_ samples: Samples) -> String {
    let baseline = samples.wall("start/openssl").median
    var table = Table("program", "runs", "ms, median [p10..p90]", "to openssl", "peak MB")
    for (label, name) in [
        ("start/authkeys", "`authkeys --version`"), ("start/openssl", "`openssl version`"),
        ("start/true", "`/bin/true`, the floor"),
    ] {
        let wall = samples.wall(label)
        table.add(
            name, "\(wall.count)", spread(wall, 2), decimal(wall.median / baseline, 2), decimal(samples.peak(label), 1))
    }
    return "## Start\n\n\(table)\n"
}
