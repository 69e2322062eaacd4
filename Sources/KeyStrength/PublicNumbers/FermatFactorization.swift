internal import CryptoOpenSSL
internal import Encodings

/// Fermat's method: n = a² - b² = (a - b)(a + b), with a searched from the square root of n upwards.
enum FermatFactorization {
    /// Whether few steps factor `n`, whose primes stand close to the ratio u : v: then u·p and v·q are close, and
    /// 4uv·n = (u·p + v·q)² - (u·p - v·q)².
    /// - Parameter multiple: 4uv; 1 for the ratio 1 : 1, where p + q is even anyway.
    static func factors(_ n: BigNumber, multiple: UInt = 1, steps: Int) throws(AuthKeysError) -> Bool {
        let product = multiple == 1 ? n : try n * BigNumber(multiple)
        let one = try BigNumber(1)
        var a = try product.squareRoot()
        if try a.squared() != product { a = try a + one }
        var difference = try a.squared() - product
        for _ in 0..<steps {
            if let b = try difference.exactSquareRoot() {
                let divisor = try (a - b).greatestCommonDivisor(with: n)
                if !divisor.isOne, divisor != n { return true }
            }
            // (a + 1)² = a² + a + (a + 1)
            let next = try a + one
            difference = try difference + a + next
            a = next
        }
        return false
    }
}
