internal import Encodings

extension Finding {
    /// As `authkeys.findings/1` and `authkeys.doctor/1` write it.
    var json: JSONValue {
        var members = [
            JSONMember(name: "code", value: .string(code.rawValue)),
            JSONMember(name: "severity", value: .string(severity.rawValue)),
            JSONMember(name: "verdict", value: .string(verdict)),
            JSONMember(name: "evidence", value: .array(evidence.map { .string($0) })),
            JSONMember(name: "why", value: .string(reason)),
        ]
        switch fix {
        case .command(let text): members.append(JSONMember(name: "fix", value: .object(["command": .string(text)])))
        case .edit(let text): members.append(JSONMember(name: "fix", value: .object(["edit": .string(text)])))
        case nil: break
        }
        if let explainedBy {
            members.append(JSONMember(name: "explainedBy", value: .string(explainedBy.rawValue)))
        }
        if let place { members.append(JSONMember(name: "place", value: place.json)) }
        return .object(members)
    }
}

extension FindingPlace {
    fileprivate var json: JSONValue {
        var members = [JSONMember(name: "path", value: .string(path))]
        if let line { members.append(JSONMember(name: "line", value: .integer(Int64(line)))) }
        return .object(members)
    }
}
