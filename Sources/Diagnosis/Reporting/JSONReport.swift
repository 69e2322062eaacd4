package import Encodings

/// For programs: one object on one line.
///
/// ```
/// {"schema":"authkeys.findings/1","errors":1,"warnings":0,"notes":0,"findings":[
///   {"code":…,"severity":"error","verdict":…,"evidence":[…],"why":…,"fix":{"command":…},"explainedBy":…}]}
/// ```
package struct JSONReport: FindingReporter {
    package init() {}

    package func report(_ findings: [Finding]) -> String {
        json(findings).compactJSON + "\n"
    }

    package func json(_ findings: [Finding]) -> JSONValue {
        func count(_ severity: Finding.Severity) -> JSONValue {
            .integer(Int64(findings.count { $0.severity == severity }))
        }
        return .object([
            "schema": .string("authkeys.findings/1"), "errors": count(.error), "warnings": count(.warning),
            "notes": count(.note), "findings": .array(findings.map(\.json)),
        ])
    }
}
