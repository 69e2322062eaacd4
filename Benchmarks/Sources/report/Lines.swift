/// `authkeys jwt verify --lines` as a whole process, and two threads of raw libcrypto that verify as many tokens.
struct Lines {
    static let sizes = ["few", "many"]

    private let samples: Samples
    private let size: String

    init(_ samples: Samples, _ size: String) {
        self.samples = samples
        self.size = size
    }

    var count: Double? { samples["lines-\(size)", "count"].first }
    var wall: [Double] { samples.wall("lines-\(size)/authkeys") }
    var limit: [Double] { samples.wall("lines-\(size)/libcrypto") }
    var toLimit: [Double] { zip(limit, wall).map { $0 / $1 } }
    var peak: Double? { samples.peak("lines-\(size)/authkeys") }
}

func linesSection(_ samples: Samples) -> String {
    let title = "## `authkeys jwt verify --lines`\n\n"
    guard Lines(samples, "few").count != nil || samples.reasons["lines"] != nil else { return "" }
    if let reason = samples.reasons["lines"] { return "\(title)Left out: \(reason).\n" }
    var table = Table("tokens", "runs", "tokens/s", "to libcrypto on two threads, % [lowest..highest]", "peak MB")
    for lines in Lines.sizes.map({ Lines(samples, $0) }) {
        guard let count = lines.count else { continue }
        table.add(
            decimal(count, 0), "\(lines.wall.count)", decimal(count * 1000 / lines.wall.median, 0),
            percent(lines.toLimit),
            decimal(lines.peak, 1))
    }
    return "\(title)\(table)\n"
}
