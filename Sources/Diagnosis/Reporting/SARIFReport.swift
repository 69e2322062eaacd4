internal import Encodings

/// SARIF 2.1.0, for services that show what static analysis found.
///
/// What passed and what was not checked are no results, because services count each result as a fault: they stand in
/// the properties and in the notifications of the run. A finding that is in no file has no location.
package struct SARIFReport: DiagnosisReporter {
    private let version: String

    /// - Parameter version: of the tool.
    package init(version: String) {
        self.version = version
    }

    package func text(of report: DiagnosisReport) -> String {
        var codes: [AuthKeysError.Code] = []
        for finding in report.findings where !codes.contains(finding.code) { codes.append(finding.code) }
        let driver = JSONValue.object([
            "name": .string("authkeys"), "version": .string(version), "rules": .array(codes.map(rule)),
        ])
        let run = JSONValue.object([
            "tool": .object(["driver": driver]),
            "invocations": .array([invocation(of: report)]),
            "results": .array(
                report.findings.map { finding in result(finding, ruleIndex: codes.firstIndex(of: finding.code) ?? 0) }),
            "properties": properties(of: report),
        ])
        return JSONValue.object([
            "$schema": .string(
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
            "version": .string("2.1.0"), "runs": .array([run]),
        ]).compactJSON + "\n"
    }

    // MARK: - Rules

    private func rule(_ code: AuthKeysError.Code) -> JSONValue {
        let rule = RuleRegistry.rules.first { $0.code == code }
        let meaning = CodeRegistry.entries.first { $0.code == code }?.meaning
        let title = rule?.title ?? meaning ?? code.rawValue
        let help = rule?.explanation ?? meaning ?? title
        var members = [
            JSONMember(name: "id", value: .string(code.rawValue)),
            JSONMember(name: "shortDescription", value: message(title)),
            JSONMember(name: "fullDescription", value: message(meaning ?? title)),
            JSONMember(
                name: "help",
                value: .object(["text": .string(Escaper.sarif(help)), "markdown": .string(help)])),
        ]
        if let rule {
            members.append(
                JSONMember(
                    name: "defaultConfiguration", value: .object(["level": .string(rule.severity.rawValue)])))
        }
        return .object(members)
    }

    // MARK: - Results

    private func result(_ finding: Finding, ruleIndex: Int) -> JSONValue {
        var lines = ["\(finding.verdict)."]
        lines += finding.evidence.map { "- \($0)" }
        lines.append("Why: \(finding.reason)")
        if let fix = finding.fix { lines.append("Fix: \(fix.text)") }
        var members = [
            JSONMember(name: "ruleId", value: .string(finding.code.rawValue)),
            JSONMember(name: "ruleIndex", value: .integer(Int64(ruleIndex))),
            JSONMember(name: "level", value: .string(finding.severity.rawValue)),
            JSONMember(
                name: "message", value: .object(["text": .string(lines.map(Escaper.sarif).joined(separator: "\n"))])),
        ]
        if let place = finding.place {
            members.append(JSONMember(name: "locations", value: .array([place.sarifLocation])))
        }
        members.append(
            JSONMember(
                name: "partialFingerprints",
                value: .object(["authkeysFinding/v1": .string(fingerprint(of: finding))])))
        if let cause = finding.explainedBy {
            members.append(
                JSONMember(name: "properties", value: .object(["explainedBy": .string(cause.rawValue)])))
        }
        return .object(members)
    }

    /// The same in every run that finds the same in the same file, wherever in it: FNV-1a of code, path and verdict.
    private func fingerprint(of finding: Finding) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in [finding.code.rawValue, finding.place?.path ?? "", finding.verdict] {
            for byte in Array(part.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    // MARK: - The run

    private func invocation(of report: DiagnosisReport) -> JSONValue {
        let notifications = report.notChecked.map { row in
            JSONValue.object([
                "level": .string("note"), "descriptor": .object(["id": .string("not-checked")]),
                "message": message(
                    "not checked: \(row.text)" + (row.remedy.map { "; to check it: \($0)" } ?? "")),
            ])
        }
        return .object([
            "executionSuccessful": .boolean(true), "toolExecutionNotifications": .array(notifications),
        ])
    }

    private func properties(of report: DiagnosisReport) -> JSONValue {
        var members = [JSONMember(name: "profile", value: .string(report.profile))]
        if let viewpoint = report.viewpoint {
            members.append(JSONMember(name: "viewpoint", value: .string(viewpoint)))
        }
        members.append(JSONMember(name: "passed", value: .array(report.passed.map { .string($0) })))
        return .object(members)
    }

    private func message(_ text: String) -> JSONValue {
        .object(["text": .string(Escaper.sarif(text))])
    }
}

extension FindingPlace {
    /// §3.29. A relative path is below the root of the sources, which whoever reads the report knows.
    fileprivate var sarifLocation: JSONValue {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        var artifact = [
            JSONMember(name: "uri", value: .string((isAbsolute ? "file://" : "") + Self.uriPath(path)))
        ]
        if !isAbsolute { artifact.append(JSONMember(name: "uriBaseId", value: .string("%SRCROOT%"))) }
        var members = [JSONMember(name: "artifactLocation", value: .object(artifact))]
        if let line {
            members.append(
                JSONMember(name: "region", value: .object(["startLine": .integer(Int64(max(1, line)))])))
        }
        return .object(["physicalLocation": .object(members)])
    }

    /// RFC 3986 §3.3, with everything that is not unreserved in percent form: a colon could be taken for a scheme.
    private static func uriPath(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                return String(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                return (digits.utf8.count == 1 ? "%0" : "%") + digits
            }
        }.joined()
    }
}
