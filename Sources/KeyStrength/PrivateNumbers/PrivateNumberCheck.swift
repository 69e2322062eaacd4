internal import Encodings

/// One thing that can be wrong with the numbers of a private key.
protocol PrivateNumberCheck: Sendable {
    /// Findings after which this one would only follow.
    var redundantAfter: Set<DisagreementCode> { get }

    func weakness(of numbers: PrivateNumbers) throws(AuthKeysError) -> KeyWeakness?
}

extension PrivateNumberCheck {
    func isRedundant(after weakness: KeyWeakness) -> Bool {
        redundantAfter.contains { $0.code == weakness.code }
    }
}

extension Set<DisagreementCode> {
    /// Without the primes of n nothing can be said about the rest; what is computed modulo p - 1 needs a p above 1.
    static let noPrimes: Self = [.product, .equalPrimes, .prime]
}

enum Consequence {
    static let leak =
        "most programs sign with it all the same, and one faulty signature is enough to compute the private key"
}
