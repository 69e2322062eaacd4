import CryptoOpenSSL
import KeyStrength
import TestSupport
import Testing

struct SharedPrimeTests {
    /// Odd numbers stand for keys: whether they are products of two primes does not matter here.
    private static func key(_ n: BigNumber, e: [UInt8] = [1, 0, 1]) throws -> RSAPublicKey {
        try RSAPublicKey(n: n.bigEndianBytes, e: e)
    }

    private static func pairs(_ keys: [RSAPublicKey]) throws -> [[Int]] {
        try RSAKeyStrength.sharedPrimes(among: keys).map { [$0.first, $0.second] }
    }

    @Test func nothing_is_found_where_there_is_nothing() throws {
        let key = try exampleKey().publicKey
        #expect(try Self.pairs([]) == [])
        #expect(try Self.pairs([key]) == [])
        #expect(try Self.pairs([key, key, key]) == [], "one key, three times")
    }

    @Test func one_modulus_under_two_exponents_is_found() throws {
        let key = try exampleKey().publicKey
        let other = try RSAPublicKey(n: key.n, e: [3])
        let found = try RSAKeyStrength.sharedPrimes(among: [key, other, key])
        #expect(found.map { [$0.first, $0.second] } == [[0, 1], [1, 2]])
        #expect(found.allSatisfy { $0.isWholeModulus })
        #expect(found.first?.weakness.code == "weak.shared-prime")
        #expect(found.first?.weakness.message == "keys 1 and 2 have the same modulus")
    }

    /// Pairwise (few keys) and by trees (many), with primes shared by two keys, by three, both primes shared with
    /// different keys, and a key that stands in the set twice.
    @Test(arguments: [4, 7, 16, 17, 18, 31, 64])
    func what_was_planted_is_found(count: Int) throws {
        var generator = SeededGenerator.printingSeed("shared primes among \(count)")
        // Different primes of 257 bits, two for each key.
        var primes: [BigNumber] = []
        for _ in 0..<2 * count {
            var candidate = try randomOdd(bits: 257, &generator)
            while try !candidate.isProbablyPrime(rounds: 8) { candidate = try candidate + BigNumber(2) }
            primes.append(candidate)
        }
        for planted in [0, 1, 2, count / 2, count] {
            var factors = (0..<count).map { [2 * $0, 2 * $0 + 1] }
            for _ in 0..<planted {
                let (from, to) = (
                    Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator)
                )
                factors[to][0] = factors[from][1]
            }
            let keys = try factors.filter { $0[0] != $0[1] }.map { try Self.key(primes[$0[0]] * primes[$0[1]]) }
            let sets = factors.filter { $0[0] != $0[1] }.map(Set.init)
            let expected = sets.indices.flatMap { left in
                sets.indices.filter { $0 > left && sets[$0] != sets[left] && !sets[$0].isDisjoint(with: sets[left]) }
                    .map { [left, $0] }
            }
            #expect(try Self.pairs(keys) == expected)
        }
    }

    /// The two ways among random numbers, which have small factors in common.
    @Test func batch_GCD_agrees_with_pairwise_GCD() throws {
        var generator = SeededGenerator.printingSeed("batch GCD")
        for count in [1, 2, 3, 5, 8, 13, 21, 40] {
            var numbers: [BigNumber] = []
            for _ in 0..<count {
                numbers.append(try randomOdd(bits: Int.random(in: 8...700, using: &generator), &generator))
            }
            if count > 3 { numbers[3] = try numbers[0] * numbers[1] }
            let factors = try BatchGCD.commonFactors(of: numbers)
            for (index, factor) in factors.enumerated() {
                var others = try BigNumber(1)
                for other in numbers.indices where other != index { others = try others * numbers[other] }
                #expect(try factor == others.greatestCommonDivisor(with: numbers[index]))
            }
            #expect(factors.count == count)
        }
    }
}
