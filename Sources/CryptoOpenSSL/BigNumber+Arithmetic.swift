internal import CAuthKeysOpenSSL
package import Encodings

extension BigNumber {
    package static func + (left: BigNumber, right: BigNumber) throws(AuthKeysError) -> BigNumber {
        try computing { result in unsafe BN_add(result.pointer, left.storage.pointer, right.storage.pointer) }
    }

    package static func - (left: BigNumber, right: BigNumber) throws(AuthKeysError) -> BigNumber {
        try computing { result in unsafe BN_sub(result.pointer, left.storage.pointer, right.storage.pointer) }
    }

    package static func * (left: BigNumber, right: BigNumber) throws(AuthKeysError) -> BigNumber {
        try computing { result, scratch in
            unsafe BN_mul(result.pointer, left.storage.pointer, right.storage.pointer, scratch.pointer)
        }
    }

    package func squared() throws(AuthKeysError) -> BigNumber {
        try Self.computing { result, scratch in unsafe BN_sqr(result.pointer, storage.pointer, scratch.pointer) }
    }

    /// The quotient is rounded towards zero; the remainder has the sign of the dividend.
    /// - Throws: `crypto.failed`, also when the divisor is zero.
    package func quotientAndRemainder(
        dividingBy divisor: BigNumber
    ) throws(AuthKeysError) -> (quotient: BigNumber, remainder: BigNumber) {
        let remainder = try Storage()
        let quotient = try Self.computing { quotient, scratch in
            unsafe BN_div(
                quotient.pointer, remainder.pointer, storage.pointer, divisor.storage.pointer, scratch.pointer)
        }
        return (quotient, BigNumber(remainder))
    }

    /// - Throws: `crypto.failed`, also when the divisor is zero.
    package static func / (left: BigNumber, right: BigNumber) throws(AuthKeysError) -> BigNumber {
        try computing { result, scratch in
            unsafe BN_div(result.pointer, nil, left.storage.pointer, right.storage.pointer, scratch.pointer)
        }
    }

    /// - Throws: `crypto.failed`, also when the divisor is zero.
    package static func % (left: BigNumber, right: BigNumber) throws(AuthKeysError) -> BigNumber {
        try computing { result, scratch in
            unsafe BN_div(nil, result.pointer, left.storage.pointer, right.storage.pointer, scratch.pointer)
        }
    }

    /// The remainder of the magnitude, without a number being made.
    /// - Throws: `crypto.failed`, when the divisor is zero.
    package func remainder(dividingBy divisor: UInt32) throws(AuthKeysError) -> UInt32 {
        let remainder = unsafe BN_mod_word(storage.pointer, UInt(divisor))
        guard remainder != UInt.max else { throw ErrorQueue.failure("divide a large number by \(divisor)") }
        return UInt32(truncatingIfNeeded: remainder)
    }

    /// Euclid's algorithm. `BN_gcd` takes the same time for all numbers of a length, which is three times as long.
    package func greatestCommonDivisor(with other: BigNumber) throws(AuthKeysError) -> BigNumber {
        let scratch = try Scratch()
        var (dividend, divisor, remainder) = (try Storage(copying: self), try Storage(copying: other), try Storage())
        while unsafe BN_is_zero(divisor.pointer) == 0 {
            try Libcrypto.check("compute with large numbers") {
                unsafe BN_div(nil, remainder.pointer, dividend.pointer, divisor.pointer, scratch.pointer)
            }
            (dividend, divisor, remainder) = (divisor, remainder, dividend)
        }
        unsafe BN_set_negative(dividend.pointer, 0)
        return BigNumber(dividend)
    }

    /// - Parameter count: bits, at least 0.
    /// - Throws: `crypto.failed`, also when the count is negative.
    package func shiftedLeft(by count: Int) throws(AuthKeysError) -> BigNumber {
        try Self.computing { result in unsafe BN_lshift(result.pointer, storage.pointer, Int32(clamping: count)) }
    }

    /// - Parameter count: bits, at least 0.
    /// - Throws: `crypto.failed`, also when the count is negative.
    package func shiftedRight(by count: Int) throws(AuthKeysError) -> BigNumber {
        try Self.computing { result in unsafe BN_rshift(result.pointer, storage.pointer, Int32(clamping: count)) }
    }
}
