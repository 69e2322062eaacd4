internal import Encodings

/// Primes of which one was computed from the other: q near (u/v)·p.
struct PrimeRatioCheck: PublicNumberCheck {
    static let steps = 8

    /// u > v without a common factor, uv at most 24.
    static let ratios: [(u: UInt, v: UInt)] = {
        var ratios: [(u: UInt, v: UInt)] = []
        for v: UInt in 1...4 {
            for u in v + 1...24 where u * v <= 24 && !(2...4).contains(where: { u % $0 == 0 && v % $0 == 0 }) {
                ratios.append((u, v))
            }
        }
        return ratios
    }()

    var redundantAfter: Set<WeaknessCode> { [.evenModulus, .square, .closePrimes] }

    func weakness(of numbers: PublicNumbers) throws(AuthKeysError) -> KeyWeakness? {
        for (u, v) in Self.ratios
        where try FermatFactorization.factors(numbers.n, multiple: 4 * u * v, steps: Self.steps) {
            return KeyWeakness(
                WeaknessCode.primeRatio, .error,
                "the two primes of n stand in the ratio \(u) : \(v), so that n was factored in no time",
                why: "anybody can compute the private key by Fermat's method", remedy: Remedy.replace)
        }
        return nil
    }
}
