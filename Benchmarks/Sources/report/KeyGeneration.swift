/// Whole processes that make one key.
func keyGenerationSection(_ samples: Samples) -> String {
    var table = Table("bits, program", "runs", "p10", "median, ms", "mean", "p90", "to one thread")
    for bits in [2048, 3072, 4096] {
        let baseline = samples.wall("keys-\(bits)/c-one-thread").median
        for (name, program) in [
            ("c-one-thread", "`EVP_PKEY_generate` in C, one thread"), ("c-race", "the same in C, a race on every core"),
            ("authkeys-stdout", "`authkeys generate --out -`"),
        ] {
            let wall = samples.wall("keys-\(bits)/\(name)")
            table.add(
                "\(bits), \(program)", "\(wall.count)", decimal(wall.quantile(0.1), 0), decimal(wall.median, 0),
                decimal(wall.mean, 0), decimal(wall.quantile(0.9), 0), decimal(wall.median / baseline, 2))
        }
    }
    return "## Making a key\n\n\(table)\n"
}
