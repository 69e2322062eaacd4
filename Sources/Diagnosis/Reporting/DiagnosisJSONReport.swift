internal import Encodings

/// For programs: one object on one line.
///
/// ```
/// {"schema":"authkeys.doctor/1","profile":"convex-auth","viewpoint":…,"errors":1,"warnings":0,"notes":0,
///  "findings":[{"code":…,"severity":"error","verdict":…,"evidence":[…],"why":…,"fix":{"command":…},"explainedBy":…,
///               "place":{"path":…,"line":…}}],
///  "passed":[…],"notChecked":[{"subject":…,"reason":…,"remedy":…}],
///  "picture":{"values":[{"subject":"JWKS","state":"good","details":[…]}],
///             "links":[{"from":"token","to":"JWKS","state":"bad","label":…}]},
///  "pictures":[{"environment":"prod.env","values":[…],"links":[…]}]}
/// ```
/// `pictures` has one for each environment, and `picture` is the first of them.
/// `viewpoint`, `fix`, `explainedBy`, `place`, `line` and `remedy` are left out where there is none.
package struct DiagnosisJSONReport: DiagnosisReporter {
    package init() {}

    package func text(of report: DiagnosisReport) -> String {
        func count(_ severity: Finding.Severity) -> JSONMember {
            JSONMember(name: "\(severity.rawValue)s", value: .integer(Int64(report.count(of: severity))))
        }
        var members = [
            JSONMember(name: "schema", value: .string("authkeys.doctor/1")),
            JSONMember(name: "profile", value: .string(report.profile)),
        ]
        if let viewpoint = report.viewpoint {
            members.append(JSONMember(name: "viewpoint", value: .string(viewpoint)))
        }
        members += [
            count(.error), count(.warning), count(.note),
            JSONMember(name: "findings", value: .array(report.findings.map(\.json))),
            JSONMember(name: "passed", value: .array(report.passed.map { .string($0) })),
            JSONMember(name: "notChecked", value: .array(report.notChecked.map(json))),
            JSONMember(name: "picture", value: .object(parts(of: report.pictures.first ?? MatchPicture()))),
            JSONMember(
                name: "pictures",
                value: .array(
                    report.pictures.map { picture in
                        .object(
                            [JSONMember(name: "environment", value: .string(picture.environment))]
                                + parts(of: picture))
                    })),
        ]
        return JSONValue.object(members).compactJSON + "\n"
    }

    private func json(_ notChecked: DiagnosisReport.NotChecked) -> JSONValue {
        var members = [
            JSONMember(name: "subject", value: .string(notChecked.subject)),
            JSONMember(name: "reason", value: .string(notChecked.reason)),
        ]
        if let remedy = notChecked.remedy { members.append(JSONMember(name: "remedy", value: .string(remedy))) }
        return .object(members)
    }

    private func parts(of picture: MatchPicture) -> [JSONMember] {
        let values = picture.values.map { value in
            JSONValue.object([
                "subject": .string(value.subject.rawValue), "state": .string(value.state.rawValue),
                "details": .array(value.details.map { .string($0) }),
            ])
        }
        let links = picture.links.map { link in
            JSONValue.object([
                "from": .string(link.from.rawValue), "to": .string(link.to.rawValue),
                "state": .string(link.state.rawValue), "label": .string(link.label),
            ])
        }
        return [JSONMember(name: "values", value: .array(values)), JSONMember(name: "links", value: .array(links))]
    }
}
