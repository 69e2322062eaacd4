import Encodings
import EnvironmentText
import Foundation
import TestSupport
import Testing

@Suite struct DotEnvTests {
    typealias Quoting = EnvironmentFile.Assignment.Quoting

    @Test(arguments: [
        ("A=1", "1", Quoting.none), ("  A = a b  # c", "a b", .none), ("A=a#b", "a", .none),
        ("A='x # y' # z", "x # y", .single),
        ("A=\"x\\ny\\rz\"", "x\ny\rz", .double), ("A='x\\ny'", "x\\ny", .single),
        ("A=`it's \"x\"`", "it's \"x\"", .backtick),
        ("A=\"x\ny\"", "x\ny", .double), ("A='x", "'x", .none), ("A=\"x\\ny", "\"x\ny", .none),
        ("A='a\\'b'", "a\\'b", .single),
        ("A='a'b'", "a'b", .single), ("A=\n'x'", "x", .single), ("A:\nx", "x", .none),
        ("A=\"x\r\ny\"", "x\ny", .double),
        ("A=", "", .none), ("A=''", "", .single), ("\u{FEFF}A=1", "1", .none),
    ])
    func value(file: String, expected: String, quoting: Quoting) throws {
        let assignment = try #require(DotEnv.parse(file.utf8.span).assignments.first)
        #expect(assignment.name == "A")
        #expect(String(decoding: assignment.value, as: UTF8.self) == expected)
        #expect(assignment.quoting == quoting)
    }

    @Test func tellsLinesExportsAndWhatItSkips() {
        let text = "# c\r\nexport A='x\r\ny'\r\n\r\n???\r\nB: 2\nexport\n=x\n[s]\nA=3"
        let file = DotEnv.parse(text.utf8.span)
        #expect(file.assignments.map(\.name) == ["A", "B", "export", "A"])
        #expect(file.assignments.map(\.line) == [2, 6, 7, 10])
        #expect(file.assignments.map(\.hasExport) == [true, false, false, false])
        #expect(
            file.skippedLines == [.init(line: 5, reason: .notAnAssignment), .init(line: 9, reason: .notAnAssignment)])
        #expect(file.value(of: "A") == Array("3".utf8))
        #expect(file.value(of: "a") == nil)
    }

    @Test func agreesWithNode() throws {
        var generator = SeededGenerator.printingSeed("DotEnvTests")
        let files =
            FileCorpus.written.map { Array($0.utf8) } + FileCorpus.illFormed + FileCorpus.random(4000, &generator)
        for (file, real) in zip(files, try RealReaders.npmDotenv(files)) {
            let variables = DotEnv.parse(file.span).assignments.map {
                RealReaders.Reading.Variable(name: Array($0.name.utf8), value: $0.value)
            }
            if variables != real.variables {
                Issue.record("\(shown(file)): \(shown(variables)), Node \(shown(real.variables))")
            }
        }
    }

    @Test func descriptionsHoldNoValue() {
        let file = DotEnv.parse("S3CRETNAME=s3cret".utf8.span)
        var dumped = ""
        dump(file, to: &dumped)
        for text in ["\(file)", String(reflecting: file), dumped, "\(file.assignments)"] {
            #expect(!text.lowercased().contains("s3cret"))
        }
    }
}

func shown(_ bytes: [UInt8]) -> String { Escaper.json(String(decoding: bytes, as: UTF8.self)) }

func shown(_ variables: [RealReaders.Reading.Variable]) -> String {
    "[" + variables.map { "\(shown($0.name)): \($0.value.map { shown($0) } ?? "none")" }.joined(separator: ", ") + "]"
}
