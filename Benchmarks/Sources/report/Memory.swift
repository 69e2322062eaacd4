/// The largest resident set of any run.
let memoryLabels = [
    (label: "start/authkeys", name: "`authkeys --version`"),
    (label: "keys-2048/authkeys-folder", name: "`authkeys generate --out DIR`"),
    (label: "keys-2048/authkeys-stdout", name: "`authkeys generate --out -`"),
    (label: "keys-4096/authkeys-stdout", name: "`authkeys generate --bits 4096 --out -`"),
]

func memorySection(_ samples: Samples) -> String {
    var table = Table("command", "runs", "peak MB")
    for (label, name) in memoryLabels {
        table.add(name, "\(samples.wall(label).count)", decimal(samples.peak(label), 1))
    }
    return "## Memory\n\n\(table)\n"
}
