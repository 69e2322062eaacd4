internal import CommandOptions
internal import Diagnosis
internal import Encodings

/// What `authkeys explain` was asked about: a code, a log, or the words themselves.
enum ExplainSubject: Sendable {
    case code(CodeExplanation)
    case source(InputSource)
    case text(String)
    /// One word that may be a file.
    case fileOrText(String)

    /// - Parameter words: as they were typed; several are one text without its quotes.
    init(_ words: [String]) throws(UsageError) {
        guard let word = words.first, words.count == 1 else {
            self = .text(words.joined(separator: " "))
            return
        }
        guard !word.utf8.isEmpty else {
            throw UsageError(
                .invalidValue, "the text is empty",
                hint: "a shell variable in it may be unset; '-' reads standard input")
        }
        if let explanation = CodeExplanation(word) {
            self = .code(explanation)
        } else if word.utf8.elementsEqual("-".utf8) {
            self = .source(.standardInput)
        } else if word.utf8.starts(with: "env:".utf8) {
            self = .source(try InputSource(word))
        } else if PastedText(word) != nil {
            self = .text(word)
        } else {
            self = .fileOrText(word)
        }
    }

    /// `area.what-is-wrong`, and no such code: likely a slip.
    static func isShapedLikeCode(_ word: String) -> Bool {
        let parts = word.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy { byte in
                        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
                            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    }
            }
    }

    /// The name of a file, by its folders or its extension.
    static func isShapedLikePath(_ word: String) -> Bool {
        guard word.utf8.allSatisfy({ $0 > UInt8(ascii: " ") }), !word.contains("://") else { return false }
        return word.contains("/")
            || [".log", ".txt", ".out", ".err", ".json"].contains { word.lowercased().hasSuffix($0) }
    }

    static func unknownCode(_ word: String) -> UsageError {
        .unknownWord(
            word, what: "a code, and there is no such file", among: CodeRegistry.entries.map(\.code.rawValue),
            hint:
                "the codes stand in brackets behind the messages of authkeys; an error text of several words is quoted")
    }
}
