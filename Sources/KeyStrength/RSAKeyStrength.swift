internal import CryptoOpenSSL
public import Encodings
public import KeyFormats

/// Judges the numbers of RSA keys. A key that OpenSSL, Go, Node or a browser has made gives no finding.
///
/// The cost is bounded, whatever the numbers are: about 10 ms of the public ones at 2048 bits, 40 ms at 4096, and a
/// quarter of a second at the most, which 8192 and 16,384 bits take. A modulus that is prime takes up to half a second
/// more, because only then all rounds of the test for it are run. The private numbers take 30 ms at 2048 bits and a
/// second or two at 16,384.
public enum RSAKeyStrength {
    /// The checks of public numbers, in the order in which they are made.
    static let publicChecks: [any PublicNumberCheck] = [
        SizeCheck(), InvalidExponentCheck(), EvenModulusCheck(), SmallFactorCheck(), SquareCheck(), ClosePrimesCheck(),
        PrimeRatioCheck(), ROCACheck(), SmallPrivateExponentCheck(), PrimeModulusCheck(), PublishedKeyCheck(),
        RepeatedOctetsCheck(), BitBiasCheck(), SmallExponentCheck(), LargeExponentCheck(), UnusualSizeCheck(),
    ]

    /// The checks of private numbers, in the order in which they are made.
    static let privateChecks: [any PrivateNumberCheck] = [
        ProductCheck(), EqualPrimesCheck(), PrimeFactorsCheck(), InvertibleExponentCheck(), PrivateExponentCheck(),
        CRTExponentCheck(prime: .p), CRTExponentCheck(prime: .q), CRTCoefficientCheck(), ShortPrivateExponentCheck(),
        PrimeDistanceCheck(), PrimeSizeCheck(), LongPrivateExponentCheck(),
    ]

    /// What is weak or unusual about the public numbers of a key, gravest first; also of numbers that
    /// ``RSAPublicKey/init(n:e:)`` refuses.
    /// - Parameters:
    ///   - n: the modulus, big-endian; leading zeros are passed over.
    ///   - e: the public exponent, likewise.
    /// - Returns: findings with the codes `weak.…`; none for a sound key.
    /// - Throws: `crypto.failed`, when memory is short.
    public static func weaknesses(n: [UInt8], e: [UInt8]) throws(AuthKeysError) -> [KeyWeakness] {
        let numbers = try PublicNumbers(n: n, e: e)
        var found: [KeyWeakness] = []
        for check in publicChecks where check.moduli.contains(numbers.bitCount) {
            guard !found.contains(where: { check.isRedundant(after: $0) }) else { continue }
            if let weakness = try check.weakness(of: numbers) { found.append(weakness) }
        }
        return gravestFirst(found)
    }

    /// Whether the primes were made by the faulty library of CVE-2017-15361, so that anybody can find them. It takes
    /// microseconds, which a verifier has when it is made.
    /// - Throws: `crypto.failed`, when memory is short.
    public static func hasROCAStructure(_ key: RSAPublicKey) throws(AuthKeysError) -> Bool {
        try ROCACheck.isPowerModuloProduct(BigNumber(bigEndian: key.n.span))
    }

    /// ``weaknesses(n:e:)`` of a key.
    public static func weaknesses(of key: RSAPublicKey) throws(AuthKeysError) -> [KeyWeakness] {
        try weaknesses(n: key.n, e: key.e)
    }

    /// Whether the numbers of a private key agree, and how they differ from what FIPS 186-5 asks for. Most readers do
    /// not look, and a wrong dp, dq or qi gives the key away with the first signature.
    ///
    /// What the public numbers alone show, ``weaknesses(n:e:)`` finds.
    /// - Returns: findings with the codes `disagree.…`, gravest first, or the one finding `weak.size` of a modulus that
    ///   is not read; none when all is well. A finding that would only follow from another is left out.
    /// - Throws: `crypto.failed`, when memory is short.
    public static func disagreements(of numbers: RSAPrivateNumbers) throws(AuthKeysError) -> [KeyWeakness] {
        if let tooLong = PrivateNumbers.tooLong(in: numbers) { return [tooLong] }
        let numbers = try PrivateNumbers(numbers)
        guard RSAPublicKey.readableSizes.contains(numbers.bitCount) else {
            return [SizeCheck().weakness(ofBitCount: numbers.bitCount)].compactMap { $0 }
        }
        var found: [KeyWeakness] = []
        for check in privateChecks where !found.contains(where: { check.isRedundant(after: $0) }) {
            if let weakness = try check.weakness(of: numbers) { found.append(weakness) }
        }
        return gravestFirst(found)
    }

    /// Findings of one severity stay in the order of the checks.
    private static func gravestFirst(_ found: [KeyWeakness]) -> [KeyWeakness] {
        KeyWeakness.Severity.allCases.reversed().flatMap { severity in found.filter { $0.severity == severity } }
    }
}
