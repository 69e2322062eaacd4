import CommandOptions
import Testing

/// A command line that is refused, and what is said about it, word for word.
struct ErrorCase: Sendable, CustomTestStringConvertible {
    let line: String
    let kind: UsageError.Kind
    let message: String
    let hint: String

    init(_ line: String, _ kind: UsageError.Kind, _ message: String, _ hint: String) {
        self.line = line
        self.kind = kind
        self.message = message
        self.hint = hint
    }

    var testDescription: String { line }

    func check() throws {
        let error = try #require(Sample.error(line))
        #expect(error.kind == kind)
        #expect(error.message == message)
        #expect(error.hint == hint)
        #expect(error.command != nil)
    }
}
