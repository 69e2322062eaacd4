extension KeyID {
    /// In quotes and on one line for a message, whatever it holds, and cut when it is long.
    package var quoted: String {
        let scalars = description.unicodeScalars
        let shown = scalars.prefix(Self.shownLength)
        guard shown.endIndex < scalars.endIndex else { return Escaper.json(description) }
        return Escaper.json(String(String.UnicodeScalarView(shown))) + "… (\(utf8.count) bytes)"
    }

    /// In Unicode scalars. A thumbprint has 43.
    private static let shownLength = 64
}
