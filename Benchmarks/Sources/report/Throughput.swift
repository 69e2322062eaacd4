/// The programs of the race, in the order of the tables.
let programs = [
    (label: "libcrypto", name: "C on libcrypto that parses no more than it must"),
    (label: "authkeys", name: "**this library**"),
    (label: "node-crypto", name: "Node's `crypto` and `JSON.parse`"),
    (label: "jsonwebtoken", name: "jsonwebtoken (Rust, ring)"),
    (label: "golang-jwt", name: "golang-jwt"),
    (label: "joserfc", name: "joserfc (Python)"),
    (label: "pyjwt", name: "PyJWT"),
    (label: "jose", name: "panva's `jose` on Node"),
    (label: "libjwt", name: "libjwt"),
]

/// What a second thread brings. Two runs of one program, one after the other, differ by what the neighbours of the machine
/// did meanwhile; libcrypto ran right before each of all programs, so its many runs say what the machine gives, and each
/// program's share of libcrypto on one thread and on two what it makes of that.
struct SecondThread {
    /// How many times as much libcrypto itself does.
    let ofLibcrypto: Double

    init(_ samples: Samples, _ operation: String) {
        func runs(threads: Int) -> [Double] {
            Contest(samples, "crypto-\(operation)", "libcrypto", threads: threads).base
                + programs.flatMap { Contest(samples, operation, $0.label, threads: threads).base }
        }
        ofLibcrypto = runs(threads: 1).median / runs(threads: 2).median
    }

    func of(_ one: Contest, _ two: Contest) -> Double {
        two.toBase.median / one.toBase.median * ofLibcrypto
    }
}

/// Tokens a second, each program on the same tokens.
func verifyingSection(_ samples: Samples) -> String {
    let versions = programs.compactMap { samples.versions[$0.label] }.joined(separator: "; ")
    let absent = programs.compactMap { program in
        samples.reasons["peer/\(program.label)"].map { "- Left out: \(program.name): \($0)\n" }
    }
    let hint = absent.isEmpty ? "" : "\(absent.joined())\n`Benchmarks/install-peers` installs what is missing.\n\n"
    return "## Verifying tokens\n\nMeasured: \(versions).\n\n\(hint)\(throughputTable("verify", samples))\n"
}

func signingSection(_ samples: Samples) -> String {
    "## Signing tokens\n\n\(throughputTable("sign", samples))\n"
}

private func throughputTable(_ operation: String, _ samples: Samples) -> Table {
    var table = Table(
        "\(operation), 2048 bits", "rounds", "tokens/s", "to libcrypto, % [lowest..highest]", "by processor time, %",
        "to C that parses, %", "two threads, tokens/s", "to libcrypto on two, %", "two to one")
    let parsing = (one: "libcrypto", two: operation)
    let gain = SecondThread(samples, operation)
    func add(_ name: String, _ operation: String, _ label: String) {
        let one = Contest(samples, operation, label)
        let two = Contest(samples, operation, label, threads: 2)
        guard !one.isEmpty else { return }
        table.add(
            name, "\(one.wall.count)", decimal(1e9 / one.wall.median, 0), percent(one.toBase),
            decimal(one.toBaseByProcessor.median * 100, 1),
            decimal(one.to(Contest(samples, parsing.two, parsing.one)).median * 100, 1),
            decimal(1e9 / two.wall.median, 0), percent(two.toBase), decimal(gain.of(one, two), 2))
    }
    add("libcrypto alone in C, against itself", "crypto-\(operation)", "libcrypto")
    for program in programs { add(program.name, operation, program.label) }
    return table
}
