/// Where the time of this library goes: what it does alone, in processor time, so that a busy machine says the same.
func partsSection(_ samples: Samples) -> String {
    var table = Table("one thread", "µs a token", "% of libcrypto alone")
    for (operation, program, name) in [
        ("crypto-verify", "libcrypto", "libcrypto alone in C"),
        ("verify-rsa", "authkeys", "`RSAPublicKey.isValidSignature`"),
        ("verify-split", "authkeys", "`CompactJWS.init`: split, base64url, the header's JSON"),
        ("verify-json", "authkeys", "`JSON.parse` of the claims"),
        ("verify", "authkeys", "the whole of a verification"),
        ("crypto-sign", "libcrypto", "libcrypto alone in C"), ("sign", "authkeys", "the whole of a signature"),
    ] {
        let contest = Contest(samples, operation, program)
        guard !contest.isEmpty else { continue }
        let share = contest.toBaseByProcessor.map { 1 / $0 }.median
        table.add(
            "\(operation.hasSuffix("sign") ? "sign" : "verify"): \(name)", decimal(contest.processor.median / 1000, 2),
            decimal(share * 100, 1))
    }
    return "## Where the time goes\n\n\(table)\n"
}
