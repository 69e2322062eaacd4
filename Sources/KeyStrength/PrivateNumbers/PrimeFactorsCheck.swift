internal import CryptoOpenSSL
internal import Encodings

/// Miller–Rabin with as many rounds as random numbers need by far; with fewer for the sizes at which a round takes a
/// tenth of a second.
struct PrimeFactorsCheck: PrivateNumberCheck {
    var redundantAfter: Set<DisagreementCode> { [.product, .equalPrimes] }

    func weakness(of numbers: PrivateNumbers) throws(AuthKeysError) -> KeyWeakness? {
        let isPrime = (p: try Self.isPrime(numbers.p), q: try Self.isPrime(numbers.q))
        let message: String
        switch isPrime {
        case (true, true): return nil
        case (false, true): message = "p is not a prime"
        case (true, false): message = "q is not a prime"
        case (false, false): message = "neither p nor q is a prime"
        }
        return KeyWeakness(
            DisagreementCode.prime, .error, message,
            why: "n was damaged together with its factors, or has more than two; it may be easy to factor",
            remedy: Remedy.copyAgain)
    }

    private static func isPrime(_ number: BigNumber) throws(AuthKeysError) -> Bool {
        guard number.bitCount > 1 else { return false }
        let rounds = number.bitCount <= 2048 ? 16 : number.bitCount <= 8192 ? 4 : 2
        return try number.isProbablyPrime(rounds: rounds)
    }
}
