public import Encodings

/// Reads an error text or a log of any length, and says which known messages and which secrets are in it.
///
/// It takes bytes as they come, in linear time and bounded memory, and keeps nothing of them but numbers of lines.
public struct LogExamination: Sendable {
    /// In lines. In a longer text `users cannot log in with a wrong password` is the name of a test, or the title of a
    /// commit, and nobody's complaint.
    private static let longestComplaint = 20

    private let catalogue: Catalogue
    private var text: FoldedText
    private var matcher: MessageMatcher
    private var secrets: SecretFinder
    private var line = 1
    private var sightings: [Int: Explanation.Sighting] = [:]

    /// - Parameter now: tells a token that is good from one that has expired.
    public init(now: NumericDate) {
        self.init(now: now, catalogue: .whole)
    }

    package init(now: NumericDate, catalogue: Catalogue) {
        self.catalogue = catalogue
        text = FoldedText()
        matcher = MessageMatcher(catalogue.tables)
        secrets = SecretFinder(now: now)
    }

    /// Finds a message also without the quotes that stand in it.
    private init(ignoringQuotes now: NumericDate) {
        catalogue = .whole
        text = FoldedText(dropsQuotes: true)
        matcher = MessageMatcher(Catalogue.tablesWithoutQuotes)
        secrets = SecretFinder(now: now)
    }

    /// - Parameter bytes: the next ones, cut wherever they were.
    public mutating func take(_ bytes: Span<UInt8>) {
        for index in bytes.indices {
            let byte = bytes[index]
            secrets.take(byte)
            var folded: (UInt8, UInt8?) = (0, nil)
            var count = 0
            text.take(byte) { byte in
                if count == 0 { folded.0 = byte } else { folded.1 = byte }
                count += 1
            }
            if count > 0 { takeFolded(folded.0) }
            if count > 1, let second = folded.1 { takeFolded(second) }
        }
    }

    private mutating func takeFolded(_ byte: UInt8) {
        guard byte == FoldedText.lineEnd else { return matcher.take(byte) }
        endLine()
        line += 1
    }

    private mutating func endLine() {
        for message in matcher.endLine() {
            sightings[message, default: .init(message: catalogue.messages[message])].add(line: line)
        }
    }

    /// What was found in all that came.
    public mutating func finish() -> Explanation {
        endLine()
        secrets.finish()
        let ordered = sightings.sorted { $0.key < $1.key }.map(\.value).filter { sighting in
            line <= Self.longestComplaint || !sighting.message.isSaidByPeopleAlone
        }
        return Explanation(
            sightings: ordered, catalogue: catalogue, secrets: secrets.places, secretCounts: secrets.counts)
    }
}

extension LogExamination {
    /// Of a text that somebody typed or pasted: a message in it may go over several lines, and the shell may have taken
    /// quotes out of it.
    /// - Parameters:
    ///   - text: an error text, or what somebody says when there is none.
    ///   - now: tells a token that is good from one that has expired.
    public static func explanation(of text: String, now: NumericDate) -> Explanation {
        func explanation(_ bytes: [UInt8], ignoresQuotes: Bool = false) -> Explanation {
            var examination = ignoresQuotes ? Self(ignoringQuotes: now) : Self(now: now)
            examination.take(bytes.span)
            return examination.finish()
        }
        let asItIs = explanation(Array(text.utf8))
        guard asItIs.diagnoses.isEmpty else { return asItIs }
        let oneLine = text.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
        let joined = explanation(oneLine)
        let found = joined.diagnoses.isEmpty ? explanation(oneLine, ignoresQuotes: true) : joined
        return Explanation(diagnoses: found.diagnoses, leaks: asItIs.leaks)
    }
}
