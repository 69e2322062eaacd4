internal import CryptoOpenSSL
internal import Encodings

/// Odd primes up to 65537.
struct SmallFactorCheck: PublicNumberCheck {
    var redundantAfter: Set<WeaknessCode> { [.evenModulus] }

    func weakness(of numbers: PublicNumbers) throws(AuthKeysError) -> KeyWeakness? {
        guard let factor = try Self.smallestFactor(of: numbers.n) else { return nil }
        return KeyWeakness(
            WeaknessCode.smallFactor, .error, "n is divisible by \(factor) where a product of two large primes belongs",
            why: "mostly it is a key that was damaged, because a changed number has small factors",
            remedy: Remedy.copyAgain)
    }

    /// Two primes fit one division by a word.
    static func smallestFactor(of n: BigNumber) throws(AuthKeysError) -> UInt32? {
        for index in stride(from: 0, to: primes.count, by: 2) {
            let pair = primes[index..<min(index + 2, primes.count)]
            let remainder = try n.remainder(dividingBy: pair.reduce(1, *))
            if let factor = pair.first(where: { remainder % $0 == 0 }) { return factor }
        }
        return nil
    }

    /// The odd primes up to 65537, ascending.
    static let primes: [UInt32] = {
        let limit = 65537
        var isComposite = [Bool](repeating: false, count: limit + 1)
        var primes: [UInt32] = []
        for number in stride(from: 3, through: limit, by: 2) where !isComposite[number] {
            primes.append(UInt32(number))
            for multiple in stride(from: number * number, through: limit, by: 2 * number) {
                isComposite[multiple] = true
            }
        }
        return primes
    }()
}
