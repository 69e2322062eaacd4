import CryptoOpenSSL
import Encodings
import TestSupport
import Testing

struct BigNumberTests {
    private static func random(_ generator: inout SeededGenerator, atMost count: Int = 64) throws -> BigNumber {
        let bytes = (0..<Int.random(in: 0...count, using: &generator)).map { _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        return try BigNumber(bigEndian: bytes.span)
    }

    @Test(
        arguments: [
            ([], [], 0), ([0, 0], [], 0), ([1], [1], 1), ([0, 0x80], [0x80], 8), ([1, 0], [1, 0], 9),
        ] as [([UInt8], [UInt8], Int)])
    func octets_and_length(octets: [UInt8], minimal: [UInt8], bits: Int) throws {
        let number = try BigNumber(bigEndian: octets.span)
        #expect(number.bigEndianBytes == minimal)
        #expect(number.bitCount == bits)
        #expect(try BigNumber(SecretBytes(copying: octets.span)) == number)
        #expect(number.isZero == minimal.isEmpty)
        #expect(number.isOdd == (minimal.last.map { $0 & 1 == 1 } ?? false))
    }

    /// The same as machine words compute.
    @Test func agrees_with_words() throws {
        var generator = SeededGenerator.printingSeed("large numbers and words")
        for _ in 0..<500 {
            let shift = UInt32.random(in: 0..<32, using: &generator)
            let (a, b) = (UInt(generator.next() >> 33) >> shift, UInt(generator.next() >> 33) + 1)
            let (x, y) = (try BigNumber(a), try BigNumber(b))
            #expect(try x + y == BigNumber(a + b))
            #expect(try x * y == BigNumber(a * b))
            #expect(try x / y == BigNumber(a / b))
            #expect(try x % y == BigNumber(a % b))
            #expect(try x.remainder(dividingBy: UInt32(b)) == UInt32(a % b))
            #expect((x < y) == (a < b) && (x == y) == (a == b))
            #expect(try (x - y).isNegative == (a < b))
            #expect(try x - y + y == x)
            var (c, d) = (a, b)
            while d != 0 { (c, d) = (d, c % d) }
            #expect(try x.greatestCommonDivisor(with: y) == BigNumber(c))
        }
    }

    @Test func division_and_roots_of_large_numbers() throws {
        var generator = SeededGenerator.printingSeed("large numbers")
        let one = try BigNumber(1)
        for _ in 0..<200 {
            let (a, b) = (try Self.random(&generator), try Self.random(&generator) + one)
            let (quotient, remainder) = try a.quotientAndRemainder(dividingBy: b)
            #expect(try quotient * b + remainder == a)
            #expect(remainder < b)
            #expect(try a.squared() == a * a)
            #expect(try a.shiftedLeft(by: 67).shiftedRight(by: 67) == a)
            let root = try a.squareRoot()
            #expect(try root.squared() <= a)
            #expect(try (root + one).squared() > a)
            #expect(try a.squared().exactSquareRoot() == a)
            #expect(try (b.squared() + one).exactSquareRoot() == nil)
            #expect(try b.isOne || (b.squared() - one).exactSquareRoot() == nil)
        }
    }

    @Test func every_small_number_has_the_right_root() throws {
        for number: UInt in 0..<1200 {
            let root = UInt(Double(number).squareRoot())
            #expect(try BigNumber(number).squareRoot() == BigNumber(root))
            #expect(try BigNumber(number).exactSquareRoot() == (root * root == number ? BigNumber(root) : nil))
        }
        let negative = try BigNumber(0) - BigNumber(4)
        #expect(try negative.squareRoot().isZero)
        #expect(try negative.exactSquareRoot() == nil)
    }

    @Test func primes_are_told_from_composites() throws {
        for number: UInt in 0..<2000 {
            let isPrime = number > 1 && !(2..<max(number, 2)).contains { $0 * $0 <= number && number % $0 == 0 }
            #expect(try BigNumber(number).isProbablyPrime(rounds: 4) == isPrime, "\(number)")
        }
        // Carmichael numbers, and 2^127 - 1.
        for number: UInt in [561, 41041, 825265, 321_197_185, 5_394_826_801, 232_250_619_601, 9_746_347_772_161] {
            #expect(try !BigNumber(number).isProbablyPrime(rounds: 16))
        }
        let mersenne = try BigNumber(1).shiftedLeft(by: 127) - BigNumber(1)
        for rounds in [1, 2, 5, 64, 200] { #expect(try mersenne.isProbablyPrime(rounds: rounds)) }
        #expect(try !(mersenne * mersenne).isProbablyPrime(rounds: 1))
    }

    @Test func division_by_zero_is_an_error() throws {
        let (zero, one) = (try BigNumber(0), try BigNumber(1))
        #expect(codeThrown { try one / zero } == "crypto.failed")
        #expect(codeThrown { try one % zero } == "crypto.failed")
        #expect(codeThrown { try one.quotientAndRemainder(dividingBy: zero) } == "crypto.failed")
        #expect(codeThrown { try one.remainder(dividingBy: 0) } == "crypto.failed")
        #expect(codeThrown { try one.shiftedLeft(by: -1) } == "crypto.failed")
    }

    @Test func it_does_not_show_itself() throws {
        let number = try BigNumber(123_456_789)
        var dumped = ""
        dump(number, to: &dumped)
        #expect("\(number)" == "BigNumber(27 bits)")
        #expect(!dumped.contains("storage"))
    }
}
