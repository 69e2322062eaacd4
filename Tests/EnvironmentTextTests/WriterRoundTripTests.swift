import Encodings
import EnvironmentText
import Foundation
import TestSupport
import Testing

/// Whatever a writer writes, every reader of the format reads back to the same bytes, ours and the real ones.
@Suite struct WriterRoundTripTests {
    struct Sample {
        let value: [UInt8]
        let file: [UInt8]
    }

    /// Between two other lines, so that a value that leaks out is noticed.
    private static func samples(_ writer: Writer) -> [Sample] {
        values.compactMap { value in
            var file: [UInt8] = []
            do {
                try writer.append("B", Array("before".utf8), to: &file)
                try writer.append("A", value, to: &file)
                try writer.append("C", Array("{\"after\":1}".utf8), to: &file)
            } catch {
                return nil
            }
            return Sample(value: value, file: file)
        }
    }

    private static let values: [[UInt8]] = {
        var generator = SeededGenerator.printingSeed("WriterRoundTripTests")
        let parts: [[UInt8]] =
            [
                "'", "\"", "\\", "$", "{", "}", "`", "#", " ", "\n", "\r", "\t", "=", ":", "!", "~", "*", ";", "&", "|",
                "<", "(", "n",
                "A", "\nB=2", "\nexport C=3", "é", "😀", "\u{A0}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{1C}", "\u{1B}",
                "\u{7F}", "\\n",
                "${A}", "-----BEGIN", "{\"k\":1}", "%", "%s", "^", "[a]", "? ", "- ",
            ].map { Array($0.utf8) } + [[0xFF], [0x81], [0xC3]]
        let random = (0..<1500).map { _ in
            (0..<Int.random(in: 0...8, using: &generator)).flatMap { _ in parts.randomElement(using: &generator) ?? [] }
        }
        let single: [[UInt8]] = (UInt8.min...UInt8.max).flatMap { [[$0], [0x61, $0], [$0, 0x61]] }
        return random + single + [WriterTests.pem, WriterTests.jwks].map { Array($0.utf8) }
    }()

    private static let dotEnv = samples(.dotEnv)
    private static let shell = samples(.shell)
    private static let docker = samples(.dockerEnvFile)

    private static func expected(_ sample: Sample) -> [RealReaders.Reading.Variable] {
        [("A", sample.value), ("B", Array("before".utf8)), ("C", Array("{\"after\":1}".utf8))].map {
            .init(name: Array($0.0.utf8), value: $0.1)
        }
    }

    private static func expectSame(_ samples: [Sample], _ readings: [RealReaders.Reading], _ reader: String) {
        #expect(samples.count > 500 && samples.count == readings.count)
        for (sample, reading) in zip(samples, readings) {
            let sorted = reading.variables.sorted { $0.name.lexicographicallyPrecedes($1.name) }
            if sorted != expected(sample) || reading.refused || !reading.skippedLines.isEmpty {
                Issue.record("\(shown(sample.file)): \(reader) reads \(shown(sorted))")
            }
        }
    }

    private static func reading(_ file: EnvironmentFile) -> RealReaders.Reading {
        .init(
            variables: file.assignments.map { .init(name: Array($0.name.utf8), value: $0.value) },
            skippedLines: file.skippedLines.map(\.line))
    }

    @Test func ownReadersReadDotEnv() throws {
        Self.expectSame(Self.dotEnv, Self.dotEnv.map { Self.reading(DotEnv.parse($0.file.span)) }, "DotEnv")
        Self.expectSame(
            Self.dotEnv, try Self.dotEnv.map { Self.reading(try PythonDotEnv.parse($0.file.span)) }, "PythonDotEnv")
        Self.expectSame(
            Self.dotEnv, try Self.dotEnv.map { Self.reading(try ShellAssignments.parse($0.file.span)) },
            "ShellAssignments")
    }

    @Test func ownReadersReadShellAndDocker() throws {
        Self.expectSame(
            Self.shell, try Self.shell.map { Self.reading(try ShellAssignments.parse($0.file.span)) },
            "ShellAssignments")
        Self.expectSame(
            Self.docker, try Self.docker.map { Self.reading(try DockerEnvFile.parse($0.file.span)) }, "DockerEnvFile")
    }

    @Test func nodeReadsDotEnv() throws {
        Self.expectSame(Self.dotEnv, try RealReaders.npmDotenv(Self.dotEnv.map(\.file)), "npm's dotenv")
        Self.expectSame(Self.dotEnv, try RealReaders.nodeParseEnv(Self.dotEnv.map(\.file)), "node --env-file")
    }

    @Test func pythonReadsDotEnv() throws {
        Self.expectSame(Self.dotEnv, try RealReaders.pythonDotenv(Self.dotEnv.map(\.file)), "python-dotenv")
    }

    @Test(arguments: [RealClient.dash, .bash, .busybox])
    func shellsReadDotEnvAndShell(shell: RealClient) throws {
        for samples in [Self.dotEnv, Self.shell] {
            let readings = try RealReaders.shell(shell, samples.map(\.file), names: ["A", "B", "C"])
            Self.expectSame(samples, readings, shell.name)
        }
    }
}
