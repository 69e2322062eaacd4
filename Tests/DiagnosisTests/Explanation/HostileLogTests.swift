import Diagnosis
import Encodings
import TestSupport
import Testing

/// Logs that were written to confuse.
struct HostileLogTests {
    private static let now = NumericDate(secondsSince1970: 1_800_000_000)

    private func explanation(_ pieces: some Sequence<[UInt8]>) -> Explanation {
        var examination = LogExamination(now: Self.now)
        for piece in pieces { examination.take(piece.span) }
        return examination.finish()
    }

    private func lines(_ explanation: Explanation) -> [String] {
        ExplanationText.lines(explanation, showsPlaces: true)
    }

    /// Nothing of a log comes out again, so nothing in it can be obeyed.
    @Test func nothingOfItIsRepeated() {
        let log = "::error::jwt expired ##[error] \u{1B}]0;x\u{7} \u{202E} kid=<script>alert(1)</script> HOSTILE\n"
        let text = lines(explanation([Array(log.utf8)])).joined(separator: "\n")
        #expect(text.contains("jwt.expired"))
        for part in ["HOSTILE", "script", "::error", "##[", "\u{1B}", "\u{202E}", "kid="] {
            #expect(!text.contains(part))
        }
    }

    /// One line of megabytes is read through, and what stands far apart is not one message.
    @Test func aLineWithoutEnd() {
        let filler = [UInt8](repeating: UInt8(ascii: "a"), count: 64 * 1024)
        let far =
            [Array("Auth provider discovery of ".utf8)] + Array(repeating: filler, count: 32) + [Array(" failed".utf8)]
        #expect(explanation(far).diagnoses.isEmpty)
        let near = Array(repeating: filler, count: 32) + [Array(" Auth provider discovery of x failed: 500".utf8)]
        #expect(explanation(near).diagnoses.map(\.trouble.code.rawValue) == ["backend.discovery-500"])
        let starts = Array(repeating: Array("missing required \"".utf8), count: 20_000) + [Array("exp\" claim".utf8)]
        #expect(explanation(starts).diagnoses.map(\.trouble.code.rawValue) == ["jwt.missing-claim"])
        let many = Array(repeating: Array("jwt expired ".utf8), count: 50_000)
        #expect(explanation(many).diagnoses.first?.sightings.first?.count == 1)
    }

    @Test func manyLines() {
        let found = explanation(Array(repeating: Array("jwt expired\n".utf8), count: 50_000)).diagnoses
        #expect(found.first?.sightings.first?.count == 50_000)
        #expect(found.first?.sightings.first?.lines == [1, 2, 3, 4, 5, 6, 7, 8])
    }

    /// UTF-16, as PowerShell writes what is redirected.
    @Test func utf16() {
        let text = "Signature has expired\r\nx".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let found = explanation([[0xFF, 0xFE] + text]).diagnoses
        #expect(found.map(\.trouble.code.rawValue) == ["jwt.expired"])
    }

    /// Any bytes in any pieces: the same answer as in one piece.
    @Test func anyBytesInAnyPieces() {
        var random = SeededGenerator.printingSeed("HostileLogTests")
        let parts: [[UInt8]] =
            [
                "jwt expired", "\n", "-----BEGIN", " PRIVATE", " KEY-----", "\\", "\"", "eyJhbGciOiJSUzI1NiJ9", ".",
                "|", "\u{1B}[",
                "“", "\"d\":\"", "Auth provider discovery of", " failed", ": 500", "INSTANCE_SECRET=", "AAAA",
                "0a1b2c3d",
            ].map { Array($0.utf8) } + [[0], [0xFF], [0xE2], [0xE2, 0x80], [0xC2], [0x1B]]
        for _ in 0..<200 {
            var log: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<60, using: &random) {
                let part = parts[Int.random(in: 0..<parts.count, using: &random)]
                for _ in 0..<Int.random(in: 1..<20, using: &random) where log.count < 4096 { log += part }
                if Bool.random(using: &random) { log.append(UInt8.random(in: 0...255, using: &random)) }
            }
            var pieces: [[UInt8]] = []
            var rest = log[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...rest.count, using: &random)
                pieces.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(lines(explanation(pieces)) == lines(explanation([log])))
        }
    }
}
