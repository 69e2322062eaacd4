import Consumers
import Diagnosis
import Encodings
import TestSupport
import Testing

/// Text that somebody chose to be more than text, in every member that ends up in a report.
struct HostileKeySetTests {
    static let hostile: [String] = [
        "", " ", "\n", "\r\n", "\0", "\u{1B}[31mred", "\u{9B}31m", "\u{202E}gnp", "\u{200B}", "\u{2028}", "'", "\"",
        "\\",
        "$(id)", "`id`", "; rm -rf /", "--help", "-", "::error::x", "::add-mask::y", "##[error]x", "${{ secrets.X }}",
        "]]>", "<script>", "]", "}", ",", "e\u{301}", "\u{301}", "\u{FFFE}", "\u{1F468}\u{200D}\u{1F469}",
        String(repeating: "k", count: 5000), String(repeating: "\u{202E}", count: 300),
        String(repeating: "::", count: 400),
    ]

    @Test(arguments: hostile)
    func changesNothingButTheValue(text: String) throws {
        let literal = Escaper.json(text)
        for member in ["kid", "kty", "use", "alg", "n", "e"] {
            for set in [
                KeySets.set([KeySets.jwk(1, [member: literal])]),
                KeySets.set([KeySets.jwk(1, [member: literal]), KeySets.jwk(2, [member: literal])]),
                KeySets.set([KeySets.jwk(1, ["key_ops": "[\(literal)]", member: literal])]),
                "{\"keys\":[{\(literal):1,\(literal):2,\"\(member)\":\(literal)}],\(literal):3}",
            ] {
                for profile in Profile.all { try check(KeySets.findings(set, for: profile, path: text)) }
            }
        }
    }

    private func check(_ findings: [Finding]) throws {
        for (text, isLog) in [(TextReport().report(findings), false), (TextReport(.gitHubLog).report(findings), true)] {
            let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
            let expected = findings.map {
                2 + $0.evidence.count + ($0.fix == nil ? 0 : 1) + ($0.explainedBy == nil ? 0 : 1)
            }
            #expect(lines.count == expected.reduce(0, +))
            #expect(!text.utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
            #expect(
                !text.unicodeScalars.contains {
                    (0x80..<0xA0).contains($0.value) || $0 == "\u{202E}" || $0 == "\u{2028}"
                })
            #expect(!isLog || !(text.contains("::") || text.contains("##")))
        }
        let json = JSONReport().report(findings)
        let read = try JSON.parse(json, limits: JSONLimits(bytes: 1 << 20, depth: 8))
        #expect(read["findings"]?.elements?.count == findings.count)
        for finding in findings { #expect(finding.evidence.allSatisfy { $0.utf8.count < 2000 }) }
    }

    /// Thousands of elements, each a trouble of its own.
    @Test func aSetFullOfTroubleIsJudged() {
        let texts = [
            "{\"keys\":[" + [String](repeating: "1", count: 20_000).joined(separator: ",") + "]}",
            "{\"keys\":[" + [String](repeating: "{\"kid\":\"a\"}", count: 5_000).joined(separator: ",") + "]}",
            "{\"keys\":[{" + (0..<20_000).map { "\"\($0)\":\($0)" }.joined(separator: ",") + "}]}",
            String(repeating: "[", count: 200_000),
        ]
        for text in texts {
            for profile in Profile.all { #expect(!KeySets.findings(text, for: profile).isEmpty) }
        }
    }

    @Test func cutsAndChangesNeverCrash() throws {
        let set = Array(KeySets.set([KeySets.jwk(1), KeySets.jwk(2, ["kid": nil])]).utf8)
        for end in 0..<set.count {
            let evidence = KeySetEvidence(reading: Array(set[..<end]).span)
            let found = RuleRegistry.findings(in: Evidence(profile: .convexAuth, keySet: evidence))
            #expect(found.map(\.code) == ["jwks.malformed"])
        }
        var generator = SeededGenerator.printingSeed("HostileKeySetTests")
        for _ in 0..<500 {
            var changed = set
            changed[Int.random(in: 0..<set.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            let evidence = KeySetEvidence(reading: changed.span)
            try check(RuleRegistry.findings(in: Evidence(profile: .convexAuth, keySet: evidence)))
        }
    }
}
