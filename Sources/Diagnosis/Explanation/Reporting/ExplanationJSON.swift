package import Encodings

/// An explanation for programs: one object.
package enum ExplanationJSON {
    /// `{"schema":"authkeys.explain/1","recognised":[…],"secrets":[…]}`
    package static func json(_ explanation: Explanation) -> JSONValue {
        .object([
            "schema": .string("authkeys.explain/1"),
            "recognised": .array(
                explanation.diagnoses.map { diagnosis in
                    object(
                        [
                            ("code", .string(diagnosis.trouble.code.rawValue)),
                            ("meaning", .string(diagnosis.trouble.meaning)),
                            ("messages", .array(diagnosis.sightings.map(json))),
                        ]
                            + (diagnosis.explainedBy.map { [("explainedBy", .string($0.rawValue))] } ?? [])
                            + members(diagnosis.trouble))
                }),
            "secrets": .array(
                explanation.leaks.map { leak in
                    .object([
                        "code": .string(leak.advice.secretCode.rawValue), "meaning": .string(leak.advice.meaning),
                        "count": .integer(Int64(leak.count)),
                        "places": .array(
                            leak.places.map { place in
                                .object(["line": .integer(Int64(place.line)), "column": .integer(Int64(place.column))])
                            }),
                        "steps": strings(leak.advice.steps),
                    ])
                }),
        ])
    }

    /// `{"schema":"authkeys.explain/1","code":…,"meaning":…,…}`
    package static func json(_ explanation: CodeExplanation) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("schema", .string("authkeys.explain/1")), ("code", .string(explanation.code.rawValue)),
            ("meaning", .string(explanation.meaning)),
        ]
        if let rule = explanation.rule {
            members.append(
                (
                    "rule",
                    .object([
                        "severity": .string(rule.severity.rawValue), "title": .string(rule.title),
                        "explanation": .string(rule.explanation),
                    ])
                ))
        }
        if !explanation.messages.isEmpty { members.append(("messages", .array(explanation.messages.map(json)))) }
        if let trouble = explanation.trouble { members += self.members(trouble) }
        if let leak = explanation.leak { members.append(("steps", strings(leak.steps))) }
        return object(members)
    }

    private static func json(_ sighting: Explanation.Sighting) -> JSONValue {
        .object([
            "text": .string(sighting.message.example), "speakers": speakers(sighting.message),
            "count": .integer(Int64(sighting.count)), "lines": .array(sighting.lines.map { .integer(Int64($0)) }),
        ])
    }

    private static func json(_ message: KnownMessage) -> JSONValue {
        .object(["text": .string(message.example), "speakers": speakers(message)])
    }

    private static func speakers(_ message: KnownMessage) -> JSONValue {
        strings(message.speakers.map(\.rawValue))
    }

    private static func members(_ trouble: Trouble) -> [(String, JSONValue)] {
        [
            ("aboutKeys", .boolean(trouble.role != .unrelated)),
            (
                "causes",
                .array(
                    trouble.causes.map { .object(["reason": .string($0.reason), "fix": .string($0.fix)]) })
            ),
            ("commands", strings(trouble.commands)),
        ]
    }

    private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        JSONValue(.object(members.map { JSONMember(name: $0.0, value: $0.1) }))
    }
}
