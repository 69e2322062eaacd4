package import CryptoOpenSSL
package import Encodings

/// Bernstein's batch GCD: what each number has in common with the product P of the others is gcd((P mod n²)/n, n), and
/// P mod n² is computed for all of them down a tree.
package enum BatchGCD {
    /// For each number what it has in common with the product of the others; 1 when there is nothing.
    /// - Parameter numbers: none is zero.
    package static func commonFactors(of numbers: [BigNumber]) throws(AuthKeysError) -> [BigNumber] {
        let tree = try productTree(of: numbers)
        guard var remainders = tree.last else { return [] }
        for products in tree.dropLast().reversed() {
            var next: [BigNumber] = []
            for (index, product) in products.enumerated() {
                next.append(try remainders[index / 2] % product.squared())
            }
            remainders = next
        }
        var factors: [BigNumber] = []
        for (number, remainder) in zip(numbers, remainders) {
            // gcd(0, n) is n: both of its primes stand in other numbers.
            factors.append(try (remainder / number).greatestCommonDivisor(with: number))
        }
        return factors
    }

    /// The numbers, their products in twos, and so on up to the product of all.
    private static func productTree(of numbers: [BigNumber]) throws(AuthKeysError) -> [[BigNumber]] {
        var tree = [numbers]
        var level = numbers
        while level.count > 1 {
            var products: [BigNumber] = []
            for index in stride(from: 0, to: level.count, by: 2) {
                products.append(index + 1 < level.count ? try level[index] * level[index + 1] : level[index])
            }
            tree.append(products)
            level = products
        }
        return tree
    }
}
