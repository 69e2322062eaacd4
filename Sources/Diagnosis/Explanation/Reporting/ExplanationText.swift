internal import Encodings

/// An explanation for people: lines, not escaped yet. None ends in a colon, which would be escaped in the log of a job.
package enum ExplanationText {
    /// - Parameter showsPlaces: whether lines are numbered; of a text that was typed they are not.
    package static func lines(_ explanation: Explanation, showsPlaces: Bool) -> [String] {
        let leaks = explanation.leaks.map { leak in
            ["\(leak.advice.secretCode.rawValue): \(leak.advice.meaning)"]
                + (showsPlaces ? ["  at: " + places(of: leak)] : []) + steps(leak.advice)
        }
        let diagnoses = explanation.diagnoses.map { diagnosis in
            ["\(diagnosis.trouble.code.rawValue): \(diagnosis.trouble.meaning)"]
                + diagnosis.sightings.map { sighting in
                    "  " + (showsPlaces ? places(of: sighting) + ": " : "") + met(sighting.message)
                }
                + (diagnosis.explainedBy.map { ["  probably because of: \($0.rawValue)"] } ?? [])
                + advice(diagnosis.trouble)
        }
        return separated(leaks + diagnoses)
    }

    package static func lines(_ explanation: CodeExplanation) -> [String] {
        var lines = ["\(explanation.code.rawValue): \(explanation.meaning)"]
        if let rule = explanation.rule {
            lines.append("  rule (\(rule.severity.rawValue)): \(rule.title)")
            lines.append("  \(rule.explanation)")
        }
        lines += explanation.messages.map { "  " + met($0) }
        if let trouble = explanation.trouble { lines += advice(trouble) }
        if let leak = explanation.leak { lines += steps(leak) }
        return lines
    }

    /// The example is one of the catalogue: what stands in the log may have other names and numbers in it.
    private static func met(_ message: KnownMessage) -> String {
        let speakers = message.speakers.map(\.rawValue).joined(separator: ", ")
        let kind = message.speakers == [.people] ? "what people say" : "a message of \(speakers)"
        return "\(kind), such as: \(message.example)"
    }

    private static func advice(_ trouble: Trouble) -> [String] {
        var lines: [String] = []
        switch trouble.role {
        case .unrelated: lines.append("  It has nothing to do with keys or tokens.")
        case .uncertain: lines.append("  It need not have to do with keys or tokens.")
        case .cause, .refusal, .consequence, .symptom: break
        }
        lines.append(trouble.causes.count > 1 ? "  why, the likeliest first" : "  why")
        for (index, cause) in trouble.causes.enumerated() {
            lines.append("    \(index + 1). \(cause.reason)")
            lines.append("       fix: \(cause.fix)")
        }
        let label = trouble.causes.count > 1 ? "which of them" : "to see it"
        return lines + trouble.commands.map { "  \(label): \($0)" }
    }

    private static func steps(_ leak: LeakAdvice) -> [String] {
        ["  do this, in this order"] + leak.steps.enumerated().map { "    \($0.offset + 1). \($0.element)" }
    }

    private static func places(of sighting: Explanation.Sighting) -> String {
        let lines = sighting.lines.map(String.init).joined(separator: ", ")
        let label = sighting.lines.count == 1 ? "line" : "lines"
        return "\(label) \(lines)" + (sighting.count > sighting.lines.count ? " …, \(sighting.count) in all" : "")
    }

    private static let mostPlaces = 8

    private static func places(of leak: Explanation.Leak) -> String {
        let places = leak.places.prefix(mostPlaces).map { "line \($0.line), column \($0.column)" }
        return places.joined(separator: "; ") + (leak.count > places.count ? "; …, \(leak.count) in all" : "")
    }

    private static func separated(_ blocks: [[String]]) -> [String] {
        Array(blocks.joined(separator: [""]))
    }
}
