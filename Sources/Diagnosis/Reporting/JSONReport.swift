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
            "notes": count(.note), "findings": .array(findings.map(json)),
        ])
    }

    private func json(_ finding: Finding) -> JSONValue {
        var members = [
            JSONMember(name: "code", value: .string(finding.code.rawValue)),
            JSONMember(name: "severity", value: .string(finding.severity.rawValue)),
            JSONMember(name: "verdict", value: .string(finding.verdict)),
            JSONMember(name: "evidence", value: .array(finding.evidence.map { .string($0) })),
            JSONMember(name: "why", value: .string(finding.reason)),
        ]
        switch finding.fix {
        case .command(let text): members.append(JSONMember(name: "fix", value: .object(["command": .string(text)])))
        case .edit(let text): members.append(JSONMember(name: "fix", value: .object(["edit": .string(text)])))
        case nil: break
        }
        if let cause = finding.explainedBy {
            members.append(JSONMember(name: "explainedBy", value: .string(cause.rawValue)))
        }
        return JSONValue(.object(members))
    }
}
