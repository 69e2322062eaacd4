internal import CryptoOpenSSL
public import Encodings
public import KeyFormats

/// Two keys of a set that have a prime in common.
public struct SharedPrime: Sendable, Hashable {
    /// Where the two stand in the set, counted from 0; the first before the second.
    public let first: Int
    public let second: Int
    /// Whether they have the whole modulus in common, under different exponents.
    public let isWholeModulus: Bool

    /// The finding, which holds for both keys; a caller that has names for them puts them in front.
    public var weakness: KeyWeakness {
        KeyWeakness(
            WeaknessCode.sharedPrime, .error,
            "keys \(first + 1) and \(second + 1) have \(isWholeModulus ? "the same modulus" : "a prime in common")",
            why: isWholeModulus
                ? "whoever has one of the private keys can compute the other"
                : "anybody can compute both private keys; they were made without enough randomness",
            remedy: "replace both keys, and find out where they got their randomness: authkeys generate makes new ones")
    }
}

extension RSAKeyStrength {
    /// The pairs of keys that have a prime in common, in order; a key that stands twice in the set is no such pair.
    ///
    /// Up to 16 different moduli are compared with each other; more are compared by product and remainder trees (batch
    /// GCD), whose cost grows little faster than their number, and only those that have something in common are then
    /// compared with each other. That is where a set made for it can cost the most: about half a millisecond for each pair
    /// at 2048 bits, and 10 ms at 16,384.
    /// - Throws: `crypto.failed`, when memory is short.
    public static func sharedPrimes(among keys: [RSAPublicKey]) throws(AuthKeysError) -> [SharedPrime] {
        var places: [[UInt8]: [Int]] = [:]
        for (place, key) in keys.enumerated() { places[key.n, default: []].append(place) }
        // In the order of the keys, so that nothing depends on hashing.
        let groups = places.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
        var found: [SharedPrime] = []
        for group in groups {
            for (index, first) in group.enumerated() {
                found += group[(index + 1)...].filter { keys[$0].e != keys[first].e }
                    .map { SharedPrime(first: first, second: $0, isWholeModulus: true) }
            }
        }
        var moduli: [BigNumber] = []
        for group in groups {
            let modulus = keys[group[0]].n
            moduli.append(try BigNumber(bigEndian: modulus.span))
        }
        for (left, right) in try CommonFactors.pairs(among: moduli) {
            for first in groups[left] {
                found += groups[right].map {
                    SharedPrime(first: min(first, $0), second: max(first, $0), isWholeModulus: false)
                }
            }
        }
        return found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}
