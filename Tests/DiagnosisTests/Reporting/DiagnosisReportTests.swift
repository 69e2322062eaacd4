import Diagnosis
import Encodings
import Foundation
import Testing

@Suite struct DiagnosisReportTests {
    private static func finding(
        _ code: AuthKeysError.Code, _ severity: Finding.Severity = .error, because cause: AuthKeysError.Code? = nil
    ) -> Finding {
        Finding(
            code: code, severity: severity, verdict: "verdict of \(code.rawValue)", evidence: [], reason: "reason",
            fix: nil, explainedBy: cause)
    }

    /// `a(b(c) d)` for a cause with its effects.
    private static func tree(_ explained: [ExplainedFinding]) -> String {
        explained.map { row in
            row.finding.code.rawValue + (row.effects.isEmpty ? "" : "(\(tree(row.effects)))")
        }.joined(separator: " ")
    }

    @Test(
        arguments: [
            ([], ""), ([("a", nil)], "a"), ([("a", nil), ("b", "a")], "a(b)"), ([("b", "a"), ("a", nil)], "a(b)"),
            ([("a", nil), ("b", "a"), ("c", "b"), ("d", "a")], "a(b(c) d)"), ([("a", "gone")], "a"),
            ([("a", "a")], "a"), ([("a", "b"), ("b", "a")], "a(b)"),
            ([("x", nil), ("a", "b"), ("b", "a"), ("c", "a")], "x a(b c)"),
            ([("a", nil), ("a", nil), ("b", "a")], "a(b) a"),
        ] as [([(String, String?)], String)])
    func each_finding_stands_once_under_its_cause(findings: [(String, String?)], expected: String) {
        let findings = findings.map { code, cause in
            Self.finding(.init(rawValue: code), because: cause.map { .init(rawValue: $0) })
        }
        #expect(Self.tree(findings.explained()) == expected)
    }

    @Test(
        arguments: [
            ([], ["good"], 0, "nothing wrong was found: 1 check passed"),
            ([], ["good", "good"], 2, "nothing wrong was found: 2 checks passed, 2 not checked"),
            ([], [], 1, "nothing was judged: 1 not checked"),
            ([finding("a", .note)], ["good"], 0, "nothing wrong was found: 1 note, 1 check passed"),
            ([finding("a", .warning)], [], 0, "no error, 1 warning: verdict of a"),
            ([finding("a")], ["good"], 3, "1 error: verdict of a"),
            ([finding("a"), finding("b", because: "a")], [], 0, "2 errors, one cause: verdict of a"),
            (
                [finding("a", .warning), finding("b", because: "a")], [], 0,
                "1 error, 1 warning, one cause: verdict of a"
            ),
            ([finding("a"), finding("n", .note)], [], 0, "1 error, 1 note; above all: verdict of a"),
            ([finding("a"), finding("b")], [], 0, "2 errors; first of all: verdict of a"),
            ([finding("n", .note), finding("b")], [], 0, "1 error, 1 note; above all: verdict of b"),
        ] as [([Finding], [String], Int, String)])
    func the_answer_comes_first(findings: [Finding], passed: [String], notChecked: Int, expected: String) {
        let report = DiagnosisReport(
            profile: "generic", findings: findings, passed: passed,
            notChecked: (0..<notChecked).map { .init("\($0)", reason: "r") })
        #expect(report.headline == expected)
        #expect(DiagnosisTextReport().text(of: report).hasPrefix(expected + "\nfor generic\n"))
    }

    @Test func for_people() {
        #expect(
            DiagnosisTextReport().text(of: SampleReports.broken) == """
                3 errors, 1 warning, 1 note; first of all: the JWKS holds no key that matches
                  the private key
                for convex-auth, seen from this machine, at https://api.example.com

                error: the JWKS holds no key that matches the private key
                  [consumer.token-refused]
                  at convex.env:2
                  - JWT_PRIVATE_KEY of convex.env has the thumbprint
                    Qk3vFDpJ7oNbq1mHzC6o2hVZx0kYt5aWc9eRlUuTgXs
                  - JWKS of convex.env holds one key, with the thumbprint
                    5TtW0bQnX2yLrKfJ8dPzE4aHvGcUo7mSi1eNw3RkYxA
                  why: Convex Auth signs with JWT_PRIVATE_KEY, and the backend looks for the key
                    in JWKS: no token that it signs from now on is accepted.
                  fix: authkeys jwks derive env:JWT_PRIVATE_KEY --out jwks.json
                  this causes:
                    error: the token was signed by another key [jwt.signature]
                      - it was signed by the private key that was given
                      - no key of the JWKS verifies it
                      why: The backend answers "Could not verify OIDC token claim", and the user
                        is signed out.
                      fix: mend the JWKS, and sign in again
                      this causes:
                        warning: the kid is the thumbprint of another key
                          [jwks.foreign-thumbprint]
                          at convex.env
                          - the kid "Qk3vFDpJ7oNbq1mHzC6o2hVZx0kYt5aWc9eRlUuTgXs" is that of the
                            private key
                          why: It was most likely copied by hand when the key was replaced.

                error: the issuer ends in a slash [issuer.trailing-slash]
                  at deploy/prod.env:14
                  - CONVEX_SITE_URL is "https://api.example.com/"
                  - the token says "https://api.example.com"
                  why: Issuers are compared byte for byte.
                  fix: take the slash away at the end

                note: a key has no kid [jwk.missing-kid]
                  - key 1
                  why: Tokens of stock Convex Auth carry none either.

                good:
                  - Convex Auth reads the private key: PKCS#8, 2048 bits
                  - the private key is strong
                  - the token is within its time: 42 minutes are left
                not checked:
                  - whether the deployment has the same values: no deployment was named
                    to check it: authkeys doctor --live https://api.example.com
                  - how far the clocks are apart: nothing was asked over the network

                """)
        #expect(
            DiagnosisTextReport().text(of: SampleReports.healthy) == """
                nothing wrong was found: 3 checks passed
                for convex-auth

                good:
                  - Convex Auth reads the private key: PKCS#8, 2048 bits
                  - the JWKS holds the key
                  - a token that the private key signs is accepted

                """)
    }

    /// Save for words that are longer, and commands, which are copied.
    @Test(arguments: [40, 60, 80, 120]) func lines_fit_the_terminal(width: Int) {
        let lines = DiagnosisTextReport(width: width).text(of: SampleReports.broken).split(separator: "\n")
        for line in lines where line.count > width {
            let text = line.drop { $0 == " " }
            let isCopied = ["fix:", "to check it:"].contains { text.hasPrefix($0) }
            #expect(isCopied || !text.dropFirst(2).contains(" "), "\(line)")
        }
        #expect(lines.contains { $0.count > width - 12 })
    }

    @Test func colour_changes_nothing_else() throws {
        let colored = DiagnosisTextReport(hasColor: true).text(of: SampleReports.broken)
        let plain = DiagnosisTextReport().text(of: SampleReports.broken)
        #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m the JWKS holds no key"))
        #expect(colored.contains("\u{1B}[1;33mwarning:\u{1B}[0m") && colored.contains("\u{1B}[1;36mnote:\u{1B}[0m"))
        #expect(colored.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "") == plain)
        #expect(!plain.contains("\u{1B}"))
    }

    @Test func for_programs() throws {
        let report = DiagnosisReport(
            profile: "convex-auth", viewpoint: "here",
            findings: [
                Finding(
                    code: "jwks.ambiguous-key", severity: .error, verdict: "v", evidence: ["e"], reason: "r",
                    fix: .edit("f"), explainedBy: "jwks.duplicate-kid", place: FindingPlace(path: "p", line: 3))
            ],
            passed: ["good"], notChecked: [.init("s", reason: "r", remedy: "m"), .init("t", reason: "u")],
            pictures: [
                MatchPicture(
                    environment: "p", values: [.init(.privateKey, .good, details: ["d"])],
                    links: [.init(.token, .keySet, .bad, label: "l")]),
                MatchPicture(environment: "q", values: [.init(.keySet, .bad, details: [])]),
            ])
        #expect(
            DiagnosisJSONReport().text(of: report)
                == #"{"schema":"authkeys.doctor/1","profile":"convex-auth","viewpoint":"here","errors":1,"warnings":0,"#
                + #""notes":0,"findings":[{"code":"jwks.ambiguous-key","severity":"error","verdict":"v","evidence":["e"],"#
                + #""why":"r","fix":{"edit":"f"},"explainedBy":"jwks.duplicate-kid","place":{"path":"p","line":3}}],"#
                + #""passed":["good"],"notChecked":[{"subject":"s","reason":"r","remedy":"m"},{"subject":"t","#
                + #""reason":"u"}],"picture":{"values":[{"subject":"private key","state":"good","details":["d"]}],"#
                + #""links":[{"from":"token","to":"JWKS","state":"bad","label":"l"}]},"#
                + #""pictures":[{"environment":"p","values":[{"subject":"private key","state":"good","details":["d"]}],"#
                + #""links":[{"from":"token","to":"JWKS","state":"bad","label":"l"}]},{"environment":"q","values":"#
                + #"[{"subject":"JWKS","state":"bad","details":[]}],"links":[]}]}"# + "\n")
        #expect(
            DiagnosisJSONReport().text(of: DiagnosisReport(profile: "generic", findings: []))
                == #"{"schema":"authkeys.doctor/1","profile":"generic","errors":0,"warnings":0,"notes":0,"findings":[],"#
                + #""passed":[],"notChecked":[],"picture":{"values":[],"links":[]},"pictures":[]}"# + "\n")
    }
}
