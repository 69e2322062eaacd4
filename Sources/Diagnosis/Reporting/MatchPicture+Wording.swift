extension MatchPicture.State {
    /// Beside the colour, for who does not see it.
    var symbol: String {
        switch self {
        case .good: "✓"
        case .warning: "!"
        case .bad: "✗"
        case .unknown: "?"
        }
    }

    var word: String {
        switch self {
        case .good: "good"
        case .warning: "warning"
        case .bad: "wrong"
        case .unknown: "not known"
        }
    }
}
