extension UsageError {
    /// Something that is named, and that there is not.
    /// - Parameters:
    ///   - what: what it should be the name of, with its article: `a code`.
    ///   - hint: where nothing is near.
    package static func unknownWord(
        _ typed: String, what: String, among words: [String], hint: String
    ) -> Self {
        let candidates = words.map { Suggestion.Candidate(text: $0, words: [$0]) }
        let question = Suggestion.question(Suggestion.nearest(to: typed, among: candidates))
        return UsageError(.invalidValue, "\(quoted(typed)) is not \(what)", hint: question ?? hint)
    }
}
