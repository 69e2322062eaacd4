internal import CryptoOpenSSL
internal import Encodings

/// Which of several numbers have a factor in common.
enum CommonFactors {
    /// Beyond this many, the trees are quicker.
    static let mostCompared = 16

    /// The pairs of indices, the lower one first.
    /// - Parameter numbers: odd, above 1, and different from each other.
    static func pairs(among numbers: [BigNumber]) throws(AuthKeysError) -> [(Int, Int)] {
        guard numbers.count > mostCompared else { return try comparedPairs(numbers, Array(numbers.indices)) }
        // What two numbers have in common stands in the factors of both, which are shorter than the numbers.
        let factors = try BatchGCD.commonFactors(of: numbers)
        return try comparedPairs(factors, numbers.indices.filter { !factors[$0].isOne })
    }

    /// Each of `candidates` compared with each that follows.
    private static func comparedPairs(
        _ numbers: [BigNumber], _ candidates: [Int]
    ) throws(AuthKeysError) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        for (index, left) in candidates.enumerated() {
            for right in candidates[(index + 1)...]
            where try !numbers[left].greatestCommonDivisor(with: numbers[right]).isOne {
                pairs.append((left, right))
            }
        }
        return pairs
    }
}
