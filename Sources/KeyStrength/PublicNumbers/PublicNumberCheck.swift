internal import Encodings
internal import KeyFormats

/// One thing that can be wrong with the public numbers of a key.
protocol PublicNumberCheck: Sendable {
    /// The lengths of the moduli that it judges, in bits: others have no meaning here, or would take too long.
    var moduli: ClosedRange<Int> { get }

    /// Findings after which this one would say nothing new.
    var redundantAfter: Set<WeaknessCode> { get }

    func weakness(of numbers: PublicNumbers) throws(AuthKeysError) -> KeyWeakness?
}

extension PublicNumberCheck {
    var moduli: ClosedRange<Int> { RSAPublicKey.readableSizes }
    var redundantAfter: Set<WeaknessCode> { [] }

    func isRedundant(after weakness: KeyWeakness) -> Bool {
        redundantAfter.contains { $0.code == weakness.code }
    }
}

extension Set<WeaknessCode> {
    /// Those that have found a factor.
    static let factored: Self = [.evenModulus, .smallFactor, .square, .closePrimes, .primeRatio, .smallPrivateExponent]
}

extension ClosedRange<Int> {
    static let all = 0...Int.max
}
