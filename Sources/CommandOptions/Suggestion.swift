/// What was probably meant. It is only ever offered: an abbreviation is never taken for the word.
enum Suggestion {
    /// More equally good ones than this tell the reader nothing.
    private static let most = 3

    /// The `candidates` that come nearest to `typed`, in their order; none when nothing is near.
    ///
    /// A candidate is near within a third of its letters, when `typed` begins it and no other (`--prof`), or when it
    /// begins `typed` and no other does (`--output` for `--out`). ASCII case makes no difference.
    static func nearest(to typed: String, among candidates: [Candidate]) -> [String] {
        let typed = folded(typed)
        guard !typed.isEmpty, typed.count <= EditDistance.longestWord else { return [] }
        let words = candidates.map { $0.words.map(folded) }
        let continued = preferred(
            words.indices.filter { words[$0].contains { $0.starts(with: typed) } }, candidates)
        let contained = words.indices.filter { words[$0].contains { $0.count >= 3 && typed.starts(with: $0) } }

        var scores: [Int: Int] = [:]
        for index in words.indices {
            var score = words[index].compactMap { distance(typed, $0) }.min()
            if continued == [index] { score = min(score ?? 1, 1) }
            if contained == [index] { score = min(score ?? 2, 2) }
            if let score { scores[index] = score }
        }
        guard let best = scores.values.min() else { return [] }
        let nearest = preferred(words.indices.filter { scores[$0] == best }, candidates)
        return nearest.count <= most ? nearest.map { candidates[$0].text } : []
    }

    /// What is offered, and the words that lead to it.
    struct Candidate {
        let text: String
        let words: [String]
        /// Goes before others as near.
        var isPreferred = false
    }

    private static func preferred(_ indices: [Int], _ candidates: [Candidate]) -> [Int] {
        let preferred = indices.filter { candidates[$0].isPreferred }
        return preferred.isEmpty ? indices : preferred
    }

    /// `did you mean '--profile'?`
    static func question(_ suggestions: [String]) -> String? {
        suggestions.isEmpty ? nil : "did you mean \(enumeration(suggestions.map { "'\($0)'" }, "or"))?"
    }

    private static func distance(_ typed: [Unicode.Scalar], _ word: [Unicode.Scalar]) -> Int? {
        guard let distance = EditDistance.between(typed, word) else { return nil }
        let longer = max(typed.count, word.count)
        // Two words that share no letter are at the distance of the longer one, however short they are.
        return distance <= max(1, longer / 3) && distance < longer ? distance : nil
    }

    private static func folded(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.prefix(EditDistance.longestWord + 1).map { scalar in
            guard ("A"..."Z").contains(scalar) else { return scalar }
            return Unicode.Scalar(UInt8(ascii: scalar) + 32)
        }
    }
}
