import Encodings
import EnvironmentText
import Foundation
import TestSupport
import Testing

@Suite struct PythonDotEnvTests {
    @Test(arguments: [
        ("A=1", "1"), ("A = a b  # c", "a b"), ("A=a#b", "a#b"), ("A=#x", "#x"), ("A='a\\'b\\\\c\\n'", "a'b\\c\\n"),
        ("A=\"a\\\"b\\n\\t\\q\"", "a\"b\n\t\\q"), ("'A'=1", "1"), ("export A='x' # c", "x"), ("A='x\r\ny'", "x\ny"),
        ("B=b\nA='${B}'", "b"), ("A=${B:-d}", "d"), ("A=${B}", ""), ("A=${ENV}-${ENV:-x}", "env-env"), ("A=${B", "${B"),
        ("ENV\nA=${ENV}", ""), ("ENV=own\nA=${ENV}", "own"), ("A=`x`", "`x`"),
        ("A= # c", ""), ("A= #c", ""), ("A=\u{A0}#c", ""), ("A= x #c", "x"), ("\u{FEFF}A=1", "1"),
        ("A=\u{FEFF}1", "\u{FEFF}1"),
        ("A='a\\\\'", "a\\"), ("A='a\\\\' # '", "a\\"), ("A=\"a\\\\\"", "a\\"), ("A='a\\\nb'", "a\\\nb"),
        ("A='a\\\\\\'b'", "a\\'b"), ("A=\"\\\\n\"", "\\n"),
    ])
    func value(file: String, expected: String) throws {
        let environment = [Array("ENV".utf8): Array("env".utf8)]
        let value = try PythonDotEnv.parse(file.utf8.span, environment: environment).value(of: "A")
        #expect(value == Array(expected.utf8))
    }

    @Test func tellsLinesAndWhatItSkips() throws {
        let file = try PythonDotEnv.parse("\nA='x' y\n=1\nB\nC='x\n\nexport D=\"1\"".utf8.span)
        #expect(
            file.skippedLines == [
                .init(line: 2, reason: .textAfterQuote), .init(line: 3, reason: .notAnAssignment),
                .init(line: 5, reason: .unterminatedQuote),
            ])
        #expect(file.bareNames == [.init(name: "B", line: 4)])
        #expect(
            file.assignments == [.init(name: "D", value: Array("1".utf8), line: 7, quoting: .double, hasExport: true)])
    }

    @Test(arguments: ["A='a\\'", "A=\"a\\\"", "A='a\\\\\\'", "A='\\", "A='", "A= '\\'"])
    func anEscapedQuoteDoesNotClose(file: String) throws {
        let file = try PythonDotEnv.parse(file.utf8.span)
        #expect(file.assignments.isEmpty)
        #expect(file.skippedLines == [.init(line: 1, reason: .unterminatedQuote)])
    }

    @Test(arguments: [
        ("\u{FEFF}\u{FEFF}A=1", "\u{FEFF}A"), ("\n\u{FEFF}A=1", "\u{FEFF}A"), ("\u{FEFF}export A=1", "A"),
    ])
    func dropsOneByteOrderMarkAtTheStart(file: String, name: String) throws {
        let file = try PythonDotEnv.parse(file.utf8.span)
        #expect(file.assignments.map { Array($0.name.utf8) } == [Array(name.utf8)])
    }

    @Test func refusesOtherEncodings() {
        let error = #expect(throws: AuthKeysError.self) { try PythonDotEnv.parse([0x41, 0x3D, 0xFF].span) }
        #expect(error?.code == EnvironmentCode.invalidUTF8.code)
        #expect(error?.location?.byteOffset == 2)
    }

    @Test func refusesInsertionsWithoutEnd() {
        let lines = (1...64).map { "A\($0)=${A\($0 - 1)}${A\($0 - 1)}" }
        let text = (["A0=xx"] + lines).joined(separator: "\n")
        let error = #expect(throws: AuthKeysError.self) { try PythonDotEnv.parse(text.utf8.span) }
        #expect(error?.code == EnvironmentCode.tooLarge.code)
    }

    @Test func agreesWithPythonDotenv() throws {
        var generator = SeededGenerator.printingSeed("PythonDotEnvTests")
        let files =
            FileCorpus.written.map { Array($0.utf8) } + FileCorpus.illFormed + FileCorpus.random(4000, &generator)
        for (file, real) in zip(files, try RealReaders.pythonDotenv(files)) {
            guard let own = try? PythonDotEnv.parse(file.span) else {
                #expect(real.refused, "\(shown(file))")
                continue
            }
            let expected = real.variables.sorted { $0.name.lexicographicallyPrecedes($1.name) }
            let variables = last(of: own).sorted { $0.name.lexicographicallyPrecedes($1.name) }
            if real.refused || variables != expected {
                Issue.record("\(shown(file)): \(shown(variables)), Python \(shown(expected))")
            }
            if own.skippedLines.map(\.line) != real.skippedLines {
                Issue.record("\(shown(file)): skips \(own.skippedLines.map(\.line)), Python \(real.skippedLines)")
            }
        }
    }

    /// As Python's dictionary has it: the last statement of a name counts, with a value or without.
    private func last(of file: EnvironmentFile) -> [RealReaders.Reading.Variable] {
        let statements =
            file.assignments.map { (line: $0.line, name: Array($0.name.utf8), value: $0.value as [UInt8]?) }
            + file.bareNames.map { (line: $0.line, name: Array($0.name.utf8), value: nil) }
        var values: [[UInt8]: [UInt8]?] = [:]
        for statement in statements.sorted(by: { $0.line < $1.line }) {
            values.updateValue(statement.value, forKey: statement.name)
        }
        return values.map { .init(name: $0.key, value: $0.value) }
    }
}
