/// Tokens a second on one thread. Ratios are taken within each round, so that a busy moment counts for both sides.
func throughputSection(_ samples: Samples) -> String {
    var table = Table("one thread", "rounds", "tokens/s", "µs a token", "to libcrypto, % [lowest..highest]")
    for (operation, contenders) in [
        ("verify", [("libcrypto", "raw libcrypto in C, the limit"), ("authkeys", "`JWSVerifier.verify`")]),
        ("sign", [("libcrypto", "raw libcrypto in C, the limit"), ("authkeys", "`JWSSigner.sign`")]),
    ] {
        let limit = samples["\(operation)/libcrypto", "ns_per_token"]
        for (label, name) in contenders {
            let taken = samples["\(operation)/\(label)", "ns_per_token"]
            let ratios = zip(limit, taken).map { $0 / $1 * 100 }
            table.add(
                "\(operation): \(name)", "\(taken.count)", decimal(1e9 / taken.median, 0),
                decimal(taken.median / 1000, 1),
                "\(decimal(ratios.median, 1)) [\(decimal(ratios.min(), 1))..\(decimal(ratios.max(), 1))]")
        }
    }
    return "## Signing and verifying\n\n\(table)\n"
}
