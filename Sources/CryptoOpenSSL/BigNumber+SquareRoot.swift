package import Encodings

extension BigNumber {
    /// The largest integer whose square is not above this one (Newton's method); zero for a negative number.
    package func squareRoot() throws(AuthKeysError) -> BigNumber {
        guard !isNegative, !isZero else { return try BigNumber(0) }
        // From above the root, each step goes down until it is reached.
        var root = try BigNumber(1).shiftedLeft(by: (bitCount + 1) / 2)
        while true {
            let next = try (root + (self / root)).shiftedRight(by: 1)
            guard next < root else { return root }
            root = next
        }
    }

    /// The number whose square this is; `nil` when there is none.
    package func exactSquareRoot() throws(AuthKeysError) -> BigNumber? {
        guard !isNegative, try couldBeSquare() else { return nil }
        let root = try squareRoot()
        return try root.squared() == self ? root : nil
    }

    /// One division by a word rules out 99 of 100 numbers before a root is drawn.
    private func couldBeSquare() throws(AuthKeysError) -> Bool {
        let remainder = try remainder(dividingBy: 64 * 63 * 65 * 11)
        return SquareResidues.filters.allSatisfy { $0.contains(remainder) }
    }
}

/// Which remainders squares leave.
private struct SquareResidues: Sendable {
    let modulus: UInt32
    let isResidue: [Bool]

    /// Their moduli have no factor in common, so that one remainder by the product holds all four.
    static let filters = [64, 63, 65, 11].map(SquareResidues.init)

    init(modulus: UInt32) {
        self.modulus = modulus
        var isResidue = [Bool](repeating: false, count: Int(modulus))
        for root in 0..<modulus { isResidue[Int(root * root % modulus)] = true }
        self.isResidue = isResidue
    }

    func contains(_ number: UInt32) -> Bool {
        isResidue[Int(number % modulus)]
    }
}
