import Encodings
import EnvironmentText
import Foundation
import TestSupport
import Testing

@Suite struct ShellAssignmentsTests {
    typealias Quoting = EnvironmentFile.Assignment.Quoting

    @Test(arguments: [
        ("A=1", "1", Quoting.none), ("A='a b'", "a b", .single), ("A=\"a \\\" \\x\"", "a \" \\x", .double),
        ("A=a\\ b", "a b", .none),
        ("A='a'\"b\"c", "abc", .mixed), ("A=", "", .none), ("A=''", "", .single), ("A=1\r\n", "1\r", .none),
        ("A=a#b", "a#b", .none),
        ("A='x\ny' # c", "x\ny", .single), ("A=a\\\nb", "ab", .none),
        ("A=a~b=*", "a~b=*", .none),
        ("A='$x`y`'", "$x`y`", .single), ("A=\"\\$x\"", "$x", .double), ("A=1 A=2", "2", .none),
    ])
    func value(file: String, expected: String, quoting: Quoting) throws {
        let read = try ShellAssignments.parse(file.utf8.span)
        #expect(read.value(of: "A") == Array(expected.utf8))
        #expect(read.assignments.last?.quoting == quoting)
    }

    @Test(arguments: [
        ("A=$B", EnvironmentCode.shellExpansion, 2), ("A=`id`", .shellExpansion, 2),
        ("A=\"$(id)\"", .shellExpansion, 3),
        ("A=1;id", .shellExpansion, 3), ("A=1&", .shellExpansion, 3), ("A=a|b", .shellExpansion, 3),
        ("A=<f", .shellExpansion, 2),
        ("A=(x)", .shellExpansion, 2), ("A=~", .shellExpansion, 2), ("A=x:~", .shellExpansion, 4),
        ("export A=*", .shellExpansion, 9),
        ("export A={a,b}", .shellExpansion, 9), ("export A=~x", .shellExpansion, 9), ("export", .shellExpansion, 0),
        ("id", .syntax, 0),
        ("A=1 id", .syntax, 4),
        ("A = 1", .syntax, 0), ("A+=1", .syntax, 0), ("1A=1", .syntax, 0), ("A.b=1", .syntax, 0), ("A='x", .syntax, 2),
        ("\nA=\"x", .syntax, 3), ("A=x\\", .syntax, 3), ("A=a\0b", .readersDisagree, 3), ("\r\n", .syntax, 0),
        ("export -p", .syntax, 7),
        ("A='\0'", .readersDisagree, 3), ("\u{FEFF}A=1", .syntax, 0),
    ])
    func refuses(file: String, code: EnvironmentCode, offset: Int) {
        let error = #expect(throws: AuthKeysError.self) { try ShellAssignments.parse(file.utf8.span) }
        #expect(error?.code == code.code)
        #expect(error?.location?.byteOffset == offset)
        #expect(error?.location?.line == (file.first == "\n" ? 2 : 1))
    }

    @Test func tellsLinesAndBareNames() throws {
        let file = try ShellAssignments.parse("# c\n\nexport A='x\ny' B\nC=1 \\\nD=2".utf8.span)
        #expect(file.assignments.map(\.name) == ["A", "C", "D"])
        #expect(file.assignments.map(\.line) == [3, 5, 6])
        #expect(file.assignments.map(\.hasExport) == [true, false, false])
        #expect(file.bareNames == [.init(name: "B", line: 4)])
    }

    /// Only what is accepted is run: the rest may be commands.
    @Test(arguments: [RealClient.dash, .bash, .busybox])
    func agreesWithShells(shell: RealClient) throws {
        var generator = SeededGenerator.printingSeed("ShellAssignmentsTests")
        let random = FileCorpus.random(6000, &generator)
        let all = FileCorpus.written.map { Array($0.utf8) } + FileCorpus.illFormed + random
        let files = all.compactMap { file in (try? ShellAssignments.parse(file.span)).map { (file, $0) } }
        #expect(files.count > 100)
        let names = ["A", "B", "C"]
        let readings = try RealReaders.shell(shell, files.map(\.0), names: names)
        for ((file, own), real) in zip(files, readings) {
            let variables = names.compactMap { name in
                own.value(of: name).map { RealReaders.Reading.Variable(name: Array(name.utf8), value: $0) }
            }
            if real.refused || variables != real.variables {
                Issue.record("\(shown(file)): \(shown(variables)), \(shell.name) \(shown(real.variables))")
            }
        }
    }
}
