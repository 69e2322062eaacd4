extension KeyID {
    /// In quotes and on one line for a message, whatever it holds, and cut when it is long.
    package var quoted: String { Escaper.json(description, shownLength: Self.shownLength) }

    /// In Unicode scalars. A thumbprint has 43.
    private static let shownLength = 64
}
