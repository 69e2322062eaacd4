internal import CryptoOpenSSL
internal import Encodings

/// FIPS 186-5 A.1.3: |p - q| is above 2^(nlen/2 - 100).
struct PrimeDistanceCheck: PrivateNumberCheck {
    var redundantAfter: Set<DisagreementCode> { [.product, .equalPrimes] }

    func weakness(of numbers: PrivateNumbers) throws(AuthKeysError) -> KeyWeakness? {
        let distance = try numbers.p - numbers.q
        guard distance.bitCount <= numbers.bitCount / 2 - 100 else { return nil }
        return KeyWeakness(
            DisagreementCode.primeDistance, .warning, "p and q are alike in their first 100 bits or more",
            why: "random primes never are (FIPS 186-5 A.1.3); when half of their bits are alike, n is easy to factor",
            remedy: Remedy.replace)
    }
}
