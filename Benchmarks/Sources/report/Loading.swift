/// From text to a key that can be used, in processor time.
func loadingSection(_ samples: Samples) -> String {
    var table = Table("µs a key, 2048 bits", "public, JWK", "public, PEM", "private, PEM (PKCS#8)")
    for program in programs {
        let cells = ["load-jwk", "load-public-pem", "load-private-pem"].map { operation in
            Contest(samples, operation, program.label).processor
        }
        guard cells.contains(where: { !$0.isEmpty }) else { continue }
        let name = program.label == "libcrypto" ? "C: `EVP_PKEY_fromdata`, `PEM_read_bio_…`" : program.name
        table.add(
            name, decimal(cells[0].median / 1000, 1), decimal(cells[1].median / 1000, 1),
            decimal(cells[2].median / 1000, 1))
    }
    return "## Loading keys\n\n\(table)\n"
}
