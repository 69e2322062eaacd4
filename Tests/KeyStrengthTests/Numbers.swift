import CryptoOpenSSL
import KeyStrength
import TestSupport

/// With the first bit and the last set.
func randomOdd(bits: Int, _ generator: inout SeededGenerator) throws -> BigNumber {
    var bytes = (0..<(bits + 7) / 8).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let unused = bytes.count * 8 - bits
    bytes[0] = bytes[0] & (0xFF >> unused) | (0x80 >> unused)
    bytes[bytes.count - 1] |= 1
    return try BigNumber(bigEndian: bytes.span)
}

/// The extended Euclidean algorithm; `nil` when there is no inverse.
func inverse(of number: BigNumber, modulo modulus: BigNumber) throws -> BigNumber? {
    var (a, b) = (modulus, try number % modulus)
    var (x, y) = (try BigNumber(0), try BigNumber(1))
    while !b.isZero {
        let (quotient, remainder) = try a.quotientAndRemainder(dividingBy: b)
        (x, y) = (y, try x - quotient * y)
        (a, b) = (b, remainder)
    }
    guard a.isOne else { return nil }
    return x.isNegative ? try x + modulus : x
}

func secret(_ number: BigNumber) -> SecretBytes {
    let bytes = number.bigEndianBytes
    return SecretBytes(copying: bytes.span)
}

/// Primes of freshly generated keys. Products of two of different keys are moduli like any others, and cheaper.
func freshPrimes(keys: Int) throws -> [BigNumber] {
    try (0..<keys).flatMap { _ in
        let numbers = try RSAPrivateKey(keySize: .bits2048).numbers()
        return [try BigNumber(numbers.p), try BigNumber(numbers.q)]
    }
}
