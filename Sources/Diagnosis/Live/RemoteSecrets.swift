internal import Encodings
package import HTTPExchange
package import KeyFormats

/// The secrets that a server was shown, or that stand in what it answered. Whatever is said of its answers, nothing of
/// them is repeated: the log of a job is public.
///
/// A text is cut, quoted and escaped before it is printed, so that what is left of a secret need not look like one. It
/// is known again by any eight bytes in a row.
package struct RemoteSecrets: Sendable {
    /// What stands in the place of a secret.
    package static let mark = "[secret left out]"

    private static let pieceSize = 8
    /// Of a value that has no form by which it could be told, only words that nobody would write are taken.
    private static let shortestWord = 24

    /// Eight bytes each, with letters in lower case: the name of a host is written so.
    private var pieces: Set<UInt64> = []

    package init() {}

    // MARK: - What is secret

    /// What looks like a secret in its headers and in its body.
    package mutating func learn(from response: HTTPResponse) {
        for header in response.headers { learnSecrets(in: Array(header.value.utf8)) }
        learnSecrets(in: response.body)
    }

    /// - Parameter secret: without what may be known of it.
    package mutating func learn(_ secret: some Sequence<UInt8>) {
        var window: UInt64 = 0
        for (index, byte) in secret.enumerated() {
            window = window << 8 | UInt64(Self.lowerCase(byte))
            if index >= Self.pieceSize - 1 { pieces.insert(window) }
        }
    }

    /// A value that is secret, in whatever state it is: the words in it that look like base64 or hexadecimal digits.
    package mutating func learn(value: SecretBytes) {
        let bytes = value.exposeSecret()
        learnSecrets(in: bytes)
        for word in bytes.split(whereSeparator: { !SecretText.isWordByte($0) }) where Self.looksRandom(word) {
            learn(word)
        }
    }

    package mutating func formUnion(_ other: Self) {
        pieces.formUnion(other.pieces)
    }

    private mutating func learnSecrets(in text: [UInt8]) {
        // An escape can hide one from who reads the bytes, and the string that it stands for shows it.
        let unescaped = Self.unescaped(text)
        for text in unescaped == text ? [text] : [text, unescaped] {
            // One that has expired is of no use, and nobody misses it either.
            var finder = SecretFinder(now: NumericDate(secondsSince1970: 0), keepsWords: true)
            for byte in text { finder.take(byte) }
            finder.finish()
            for word in finder.words { learn(word) }
        }
    }

    private static func looksRandom(_ word: ArraySlice<UInt8>) -> Bool {
        word.count >= shortestWord && SecretText.isBase64(Array(word))
            && word.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// With `\/` and `\u00XX` as what they stand for, wherever they are (RFC 8259 §7).
    private static func unescaped(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "\\")) else { return text }
        var output: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "/")]) {
                output.append(UInt8(ascii: "/"))
                index += 2
            } else if index + 6 <= text.count, text[index...].starts(with: "\\u00".utf8),
                let value = UInt8(String(decoding: text[index + 4..<index + 6], as: UTF8.self), radix: 16)
            {
                output.append(value)
                index += 6
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }

    private static func lowerCase(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }

    // MARK: - What is left out

    /// With a mark for every word that holds a piece of a secret.
    package func cleaned(_ text: String) -> String {
        guard !pieces.isEmpty else { return text }
        let bytes = Array(text.utf8)
        let isSecret = marks(bytes)
        guard isSecret.contains(true) else { return text }
        var output: [UInt8] = []
        var index = 0
        // How much of the output there was when the last mark had been put in.
        var markEnd: Int?
        while index < bytes.count {
            let end = bytes[index...].firstIndex { !SecretText.isWordByte($0) } ?? bytes.endIndex
            guard end > index else {
                output.append(bytes[index])
                index += 1
                continue
            }
            let isNext = markEnd.map { output.count - $0 <= 2 } ?? false
            let isRest = isNext && end - index < Self.pieceSize && Self.isCut(bytes[end...])
            if isSecret[index..<end].contains(true) || isRest {
                // The lines of one key are one secret.
                if isNext, let markEnd {
                    output.removeSubrange(markEnd...)
                } else {
                    output += Array(Self.mark.utf8)
                }
                markEnd = output.count
            } else {
                output += bytes[index..<end]
            }
            index = end
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a text was cut before this, so that its last word may be the beginning of a longer one.
    private static func isCut(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.starts(with: "…".utf8) || rest.starts(with: "\"…".utf8)
    }

    private func marks(_ bytes: [UInt8]) -> [Bool] {
        var marks = [Bool](repeating: false, count: bytes.count)
        var window: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            window = window << 8 | UInt64(Self.lowerCase(byte))
            guard index >= Self.pieceSize - 1, pieces.contains(window) else { continue }
            for marked in index - (Self.pieceSize - 1)...index { marks[marked] = true }
        }
        return marks
    }
}

extension RemoteSecrets {
    func cleaned(_ finding: Finding) -> Finding {
        let fix: Finding.Fix? =
            switch finding.fix {
            case .command(let text): .command(cleaned(text))
            case .edit(let text): .edit(cleaned(text))
            case nil: nil
            }
        return Finding(
            code: finding.code, severity: finding.severity, verdict: cleaned(finding.verdict),
            evidence: finding.evidence.map(cleaned), reason: cleaned(finding.reason), fix: fix,
            explainedBy: finding.explainedBy, place: finding.place)
    }

    func cleaned(_ subject: DiagnosisReport.NotChecked) -> DiagnosisReport.NotChecked {
        .init(cleaned(subject.subject), reason: cleaned(subject.reason), remedy: subject.remedy.map(cleaned))
    }
}
