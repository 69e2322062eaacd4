import Encodings
import EnvironmentText
import Testing

/// What docker 28.2.2 sent to its daemon for `docker create --env-file` of these files.
@Suite struct DockerEnvFileTests {
    @Test(arguments: [
        ("A=\"x y\"\nB='q'\nC= lead\nD=trail  \n", ["A=\"x y\"", "B='q'", "C= lead", "D=trail  "]),
        ("E=a#b #c\n  # c\n\tF=1\n", ["E=a#b #c", "F=1"]), ("\u{FEFF}A=1\r\nB=2\r\n", ["A=1", "B=2"]),
        ("A\n B=2\n \n\u{B}\u{C}C=3\n\u{A0}D=4\n\u{85}E=5\n", ["B=2", "C=3", "D=4", "E=5"]), ("A=a\rb\n", ["A=a\rb"]),
        ("A=1\r\r\nB=\r\n", ["A=1\r", "B="]),
        ("A-b.c=1\n1X=2\nA=1\nA=2\n\"Q\"=3\n", ["A-b.c=1", "1X=2", "A=1", "A=2", "\"Q\"=3"]),
        ("A\u{B}B=1\n", ["A\u{B}B=1"]), ("", []),
    ])
    func variables(file: String, expected: [String]) throws {
        let read = try DockerEnvFile.parse(file.utf8.span)
        let lines = read.assignments.map { $0.name + "=" + String(decoding: $0.value, as: UTF8.self) }
        #expect(lines.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test func aNameAloneIsTakenFromTheEnvironment() throws {
        let read = try DockerEnvFile.parse("A=1\nHOME\r\n\nB".utf8.span)
        #expect(read.bareNames == [.init(name: "HOME", line: 2), .init(name: "B", line: 4)])
        #expect(read.assignments.map(\.line) == [1])
    }

    @Test(arguments: [
        (Array("A=1\nB =1".utf8), EnvironmentCode.invalidName, 2), (Array("=1".utf8), .invalidName, 1),
        (Array("export A=1".utf8), .invalidName, 1), (Array("A\tB".utf8), .invalidName, 1),
        (Array("A=1\nB=".utf8) + [0xFF], .invalidUTF8, 2),
        (Array("A=".utf8) + Array(repeating: 0x78, count: 65_534), .tooLarge, 1),
    ])
    func refuses(file: [UInt8], code: EnvironmentCode, line: Int) {
        let error = #expect(throws: AuthKeysError.self) { try DockerEnvFile.parse(file.span) }
        #expect(error?.code == code.code)
        #expect(error?.location?.line == line)
    }

    @Test func readsTheLongestLine() throws {
        let file = Array("A=".utf8) + Array(repeating: 0x78, count: 65_533) + [0x0A]
        #expect(try DockerEnvFile.parse(file.span).value(of: "A")?.count == 65_533)
    }
}
