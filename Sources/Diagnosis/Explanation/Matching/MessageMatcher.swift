/// Finds the messages of a catalogue in a text of any length, in linear time and bounded memory.
struct MessageMatcher: Sendable {
    fileprivate struct Candidate: Sendable {
        /// Of the message, in the catalogue; `nil` for what only looks like one.
        let message: Int?
        let pattern: MessagePattern
        /// The most bytes that a hole is.
        let widestHole: Int
    }

    /// Where a phrase belongs.
    fileprivate struct Use: Sendable {
        let candidate: Int
        let literal: Int
        let length: Int
    }

    /// How far a pattern has come on this line.
    private struct Progress: Sendable {
        var next = 0
        var start = 0
        var end = 0
        /// Whether it is to be reset at the end of the line.
        var hasBegun = false

        mutating func restart() { self = Progress(hasBegun: hasBegun) }
    }

    /// The tables, which do not change.
    final class Tables: Sendable {
        fileprivate let candidates: [Candidate]
        fileprivate let uses: [[Use]]
        fileprivate let automaton: PhraseAutomaton

        /// - Parameters:
        ///   - lookalikes: what a message must not be found in.
        ///   - dropsQuotes: for texts whose quotes are passed over.
        init(_ messages: [KnownMessage], lookalikes: [String] = [], dropsQuotes: Bool = false) {
            let patterns = dropsQuotes ? MessagePattern.allWithoutQuotes : MessagePattern.all
            var candidates: [Candidate] = []
            for (index, message) in messages.enumerated() {
                for pattern in message.patterns.flatMap(patterns) {
                    candidates.append(
                        Candidate(message: index, pattern: pattern, widestHole: message.widestHole))
                }
            }
            for pattern in lookalikes.flatMap(patterns) {
                candidates.append(Candidate(message: nil, pattern: pattern, widestHole: 80))
            }
            var numbers: [[UInt8]: Int] = [:]
            var phrases: [[UInt8]] = []
            var uses: [[Use]] = []
            for (candidate, entry) in candidates.enumerated() {
                for (literal, bytes) in entry.pattern.literals.enumerated() {
                    let number = numbers[bytes] ?? phrases.count
                    if number == phrases.count {
                        numbers[bytes] = number
                        phrases.append(bytes)
                        uses.append([])
                    }
                    uses[number].append(Use(candidate: candidate, literal: literal, length: bytes.count))
                }
            }
            // A later literal first: one literal twice in a pattern must not count twice where it stands once.
            self.uses = uses.map { $0.sorted { $0.literal > $1.literal } }
            self.candidates = candidates
            automaton = PhraseAutomaton(phrases)
        }
    }

    private struct Match {
        let candidate: Int
        let range: Range<Int>
    }

    private static let mostMatchesInLine = 64

    private let tables: Tables
    private var node = PhraseAutomaton.root
    private var offset = 0
    /// The bytes before the offset, as many as the longest phrase has and one more: a ring.
    private var recent = [UInt8](repeating: 0, count: 256)
    private var progress: [Progress]
    /// Candidates that have begun on this line.
    private var begun: [Int] = []
    private var matches: [Match] = []

    init(_ tables: Tables) {
        self.tables = tables
        progress = Array(repeating: Progress(), count: tables.candidates.count)
    }

    /// - Parameter byte: folded; not a line end.
    mutating func take(_ byte: UInt8) {
        node = tables.automaton.next(node, byte)
        recent[offset & 0xFF] = byte
        offset += 1
        tables.automaton.forEachPhrase(endingAt: node) { phrase in
            for use in tables.uses[phrase] { advance(use) }
        }
    }

    private mutating func advance(_ use: Use) {
        let candidate = tables.candidates[use.candidate]
        var state = progress[use.candidate]
        let start = offset - use.length
        if state.next == use.literal, use.literal > 0 {
            if start - state.end > candidate.widestHole {
                // Too far apart to be one message; what comes may begin another.
                state.restart()
            } else if start >= state.end {
                state.next += 1
                state.end = offset
            }
        } else if use.literal == 0, state.next <= 1, canBegin(candidate.pattern, at: start) {
            if !state.hasBegun { begun.append(use.candidate) }
            state = Progress(next: 1, start: start, end: offset, hasBegun: true)
        }
        if state.next == candidate.pattern.literals.count, !candidate.pattern.endsLine {
            if matches.count < Self.mostMatchesInLine {
                matches.append(Match(candidate: use.candidate, range: state.start..<state.end))
            }
            state.restart()
        }
        progress[use.candidate] = state
    }

    private func canBegin(_ pattern: MessagePattern, at start: Int) -> Bool {
        if start == 0 { return true }
        return !pattern.beginsLine
            && !(pattern.beginsWord && MessagePattern.isWordByte(recent[(start - 1) & 0xFF]))
    }

    /// The messages of the line, each once, in the order in which they stand in it.
    mutating func endLine() -> [Int] {
        for candidate in begun {
            let pattern = tables.candidates[candidate].pattern
            let state = progress[candidate]
            if pattern.endsLine, state.next == pattern.literals.count, state.end == offset {
                matches.append(Match(candidate: candidate, range: state.start..<state.end))
            }
            progress[candidate] = Progress()
        }
        let found = matches.isEmpty ? [] : meant()
        begun.removeAll(keepingCapacity: true)
        matches.removeAll(keepingCapacity: true)
        node = PhraseAutomaton.root
        offset = 0
        return found
    }

    /// Of matches that share a place, the one that says most; none where something only looks like a message.
    private func meant() -> [Int] {
        let lookalikes = matches.filter { tables.candidates[$0.candidate].message == nil }
        let heaviestFirst = matches.sorted { left, right in
            let weights = (weight(left), weight(right))
            return weights.0 == weights.1 ? left.range.lowerBound < right.range.lowerBound : weights.0 > weights.1
        }
        var kept: [Match] = []
        for match in heaviestFirst
        where !(lookalikes + kept).contains(where: { $0.range.overlaps(match.range) }) {
            kept.append(match)
        }
        var messages: [Int] = []
        for match in kept.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            if let message = tables.candidates[match.candidate].message, !messages.contains(message) {
                messages.append(message)
            }
        }
        return messages
    }

    private func weight(_ match: Match) -> Int { tables.candidates[match.candidate].pattern.weight }
}
