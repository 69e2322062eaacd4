import Encodings
import Foundation
import TestSupport
import Testing

/// `authkeys jwt verify --lines`: the built binary.
@Suite struct JWTVerifyLinesTests {
    private static let key = Repository.root.appending(path: "Fixtures/keys/rfc7515-a2.pkcs8.pem").path
    private static let arguments = ["jwt", "verify", "--lines", "--key", key, "--issuer", "i", "--any-audience"]

    /// Tokens of the subjects `s0`, `s1`, ….
    private static let good = Result {
        try (0..<3).map { number in
            let command = ChildProcess(
                Repository.commandBinary.path,
                ["jwt", "sign", "--key", key, "--issuer", "i", "--subject", "s\(number)"]
                    + ["--no-kid", "--quiet", "--expires-in", "1d"], environment: [:])
            let outcome = try command.run()
            try #require(outcome.succeeded, "\(outcome.errorText)")
            return outcome.outputText.trimmingCharacters(in: .newlines)
        }
    }

    private func command(_ more: [String] = []) -> ChildProcess {
        ChildProcess(Repository.commandBinary.path, Self.arguments + more, environment: [:])
    }

    private struct Line: Decodable, Hashable {
        let line: Int
        let accepted: Bool
        let sub: String?

        static func all(_ output: [UInt8]) throws -> [Line] {
            try output.split(separator: UInt8(ascii: "\n")).map { line in
                try JSONDecoder().decode(Line.self, from: Data(line))
            }
        }
    }

    // MARK: - Many

    /// Each block holds tokens that take a hundred times as long as others.
    @Test func theOrderIsKeptByAnyNumberOfProcessors() throws {
        let good = try Self.good.get()
        let lines: [String] = (0..<20_000).map { index in
            let isGood = index / 500 % 3 == 0 || index % 11 == 0
            return isGood ? good[index % 3] : "x.\(index)"
        }
        let input = Array((lines.joined(separator: "\n") + "\n").utf8)
        let several = try command().run(input: input)
        #expect(several.termination == .exited(1))
        let accepted = lines.filter { $0.utf8.count > 100 }.count
        let found = try Line.all(several.standardOutput)
        let expected: [Line] = lines.enumerated().map { index, line in
            let isGood = line.utf8.count > 100
            return Line(line: index + 1, accepted: isGood, sub: isGood ? "s\(index % 3)" : nil)
        }
        #expect(found == expected)
        #expect(
            several.errorText.hasPrefix(
                "authkeys: note: 20000 tokens: \(accepted) accepted, \(20_000 - accepted) refused\n"))
        #expect(several.errorText.contains("refused with jws.malformed, first in line 501: "), "\(several.errorText)")

        var one = command()
        one.arguments = ["-c", "0", one.executable] + one.arguments
        one.executable = "taskset"
        let outcome = try one.run(input: input)
        #expect(outcome.termination == several.termination)
        #expect(outcome.standardOutput == several.standardOutput)
        #expect(outcome.errorText == several.errorText)
    }

    // MARK: - What stands in a line

    private static let long = String(repeating: "x", count: 1_000_000)

    @Test(
        arguments: [
            ("\n \t\r\n\r\n", []), ("x", [1]), ("x\n", [1]), ("x\r\nx\r\n", [1, 2]), ("\n\nx\n\n\nx", [3, 6]),
            (" x \t\r\n", [1]), (long, [1]), ("x\n" + long + "\nx\n", [1, 2, 3]),
        ] as [(String, [Int])])
    func everyLineThatIsNotBlankHasAnAnswer(text: String, numbers: [Int]) throws {
        let good = try Self.good.get()[0]
        let outcome = try command().run(input: text)
        #expect(outcome.termination == .exited(numbers.isEmpty ? 64 : 1))
        #expect(try Line.all(outcome.standardOutput).map(\.line) == numbers)
        // The same places, with a good token in each.
        guard text.utf8.count < 1_000 else { return }
        let accepted = try command().run(input: text.replacing("x", with: good))
        #expect(accepted.termination == .exited(numbers.isEmpty ? 64 : 0))
        #expect(
            try Line.all(accepted.standardOutput) == numbers.map { Line(line: $0, accepted: true, sub: "s0") })
    }

    /// What is longer than what is read of a line at once: a token may begin before that and end behind it, or begin
    /// only there.
    @Test(arguments: [
        "SPACES rest", "GOOD SPACES .rest.that.follows", "GOOD SPACES", "SPACES GOOD", "GOOD.SPACES", "SPACES",
    ])
    func aLineThatIsTooLongIsRefusedAndNeverAcceptedByItsBeginning(pattern: String) throws {
        let good = try Self.good.get()[0]
        let spaces = String(repeating: " ", count: 70_000)
        let line = pattern.replacing("SPACES", with: spaces).replacing("GOOD", with: good)
        let outcome = try command().run(input: "\(good)\n\(line)\n\(good)\n")
        #expect(outcome.termination == .exited(1))
        let found = try Line.all(outcome.standardOutput)
        #expect(found.map(\.line) == [1, 2, 3])
        #expect(found.map(\.accepted) == [true, false, true])
        #expect(outcome.outputText.contains("a token of 65536 bytes or more where at most 16384 are read"))
    }

    /// More of them than one block holds.
    @Test func blankLinesAreCounted() throws {
        let outcome = try command().run(input: String(repeating: "\n", count: 100_000) + Self.good.get()[0])
        #expect(outcome.outputText.contains(#""line":100001,"accepted":true"#))
        #expect(try Line.all(outcome.standardOutput).count == 1)
    }

    @Test func nothingAtAllIsAWrongUse() throws {
        let outcome = try command().run(input: "")
        #expect(outcome.termination == .exited(64))
        #expect(outcome.outputText == "")
        #expect(outcome.errorText.contains("there is no token on standard input"))
    }

    @Test func garbageIsRefusedLineByLine() throws {
        var random = SeededGenerator(seed: 4)
        let garbage = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let good = try Self.good.get()[0]
        let outcome = try command().run(input: garbage + Array("\n\(good)".utf8))
        #expect(outcome.termination == .exited(1))
        let blank: Set<UInt8> = [0x20, 0x09, 0x0D]
        let numbers = garbage.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
            .filter { !$0.element.allSatisfy(blank.contains) }.map { $0.offset + 1 }
        let found = try Line.all(outcome.standardOutput)
        #expect(found.map(\.line) == numbers + [garbage.count { $0 == UInt8(ascii: "\n") } + 2])
        #expect(found.map(\.accepted) == numbers.map { _ in false } + [true])
        #expect(outcome.standardError.allSatisfy { (0x20..<0x7F).contains($0) || $0 == UInt8(ascii: "\n") })
    }

    @Test func quietLeavesTheSummaryOut() throws {
        let input = try Self.good.get()[0] + "\nx\n"
        let loud = try command().run(input: input)
        let quiet = try command(["--quiet"]).run(input: input)
        #expect(loud.errorText.hasPrefix("authkeys: note: 2 tokens: 1 accepted, 1 refused\n"))
        #expect(quiet.errorText == "")
        #expect(quiet.standardOutput == loud.standardOutput)
        #expect(quiet.termination == .exited(1))
    }
}
