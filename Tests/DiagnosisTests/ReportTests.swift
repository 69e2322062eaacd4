import Diagnosis
import Encodings
import Testing

struct ReportTests {
    private static let findings = [
        Finding(
            code: "jwks.ambiguous-key", severity: .error, verdict: "it refuses \"every\" token",
            evidence: ["key 1", "key 2\n::error::x\u{1B}[31m"], reason: "It cannot choose.",
            fix: .command("authkeys jwks remove --kid=b -- j"), explainedBy: "jwks.duplicate-key"),
        Finding(
            code: "jwk.missing-kid", severity: .note, verdict: "no kid", evidence: [], reason: "It works.", fix: nil,
            explainedBy: nil),
    ]

    @Test func forPeople() {
        #expect(
            TextReport().report(Self.findings) == #"""
                error: it refuses "every" token [jwks.ambiguous-key]
                  - key 1
                  - key 2\n::error::x\u{1B}[31m
                  because of: jwks.duplicate-key
                  why: It cannot choose.
                  fix: authkeys jwks remove --kid=b -- j
                note: no kid [jwk.missing-kid]
                  why: It works.

                """#)
        #expect(TextReport().report([]) == "")
    }

    @Test func forTheLogOfAJob() {
        let text = TextReport(.gitHubLog).report(Self.findings)
        #expect(!text.contains("::") && !text.contains("##"))
        #expect(text.hasPrefix("error: it refuses"))
    }

    @Test func forPrograms() {
        #expect(
            JSONReport().report(Self.findings)
                == #"{"schema":"authkeys.findings/1","errors":1,"warnings":0,"notes":1,"findings":["#
                + #"{"code":"jwks.ambiguous-key","severity":"error","verdict":"it refuses \"every\" token","#
                + #""evidence":["key 1","key 2\n::error::x\u001B[31m"],"why":"It cannot choose.","#
                + #""fix":{"command":"authkeys jwks remove --kid=b -- j"},"explainedBy":"jwks.duplicate-key"},"#
                + #"{"code":"jwk.missing-kid","severity":"note","verdict":"no kid","evidence":[],"why":"It works."}]}"#
                + "\n")
        #expect(
            JSONReport().report([])
                == #"{"schema":"authkeys.findings/1","errors":0,"warnings":0,"notes":0,"findings":[]}"# + "\n")
    }
}
