internal import AuthKeysJOSE
internal import Encodings
internal import KeyRotation

/// The answer of `rotation simulate`: the verdict first, then what is refused, then the steps with their margins.
struct SimulationReport {
    let simulation: RotationSimulation
    let console: Console

    var isClean: Bool { simulation.refusals.isEmpty && simulation.outageGap == nil }

    // MARK: - Text

    var text: String {
        var lines = [verdict, "(if each step is confirmed and, where it has to be, probed)"]
        if !simulation.isComplete {
            lines.append("cut off after \(simulation.steps.count.counted("step")): what comes later was not looked at")
        }
        if let gap = simulation.outageGap {
            lines.append(
                "  in an outage of that length every token is refused for up to \(gap.phrase): no verifier has a set any more, "
                    + "and no rotation changes that")
        }
        lines += simulation.refusals.flatMap { refusal in
            ["  \(Self.span(refusal.span))", "    \(refusal.reason)"]
        }
        if !simulation.steps.isEmpty { lines += ["", "steps, and how far each stays from refusing a token:"] }
        lines += simulation.steps.map { step in
            "  \(step.date)  \(RotationOutlook.phrase(step.transition, step.keyID.description))"
                + (step.isForced ? ", refused without --force" : "")
                + (step.margin.map { ": \(Self.margin($0))" } ?? "")
        }
        return lines.map { console.escaped($0) + "\n" }.joined()
    }

    private var verdict: String {
        let span = "from \(simulation.start) to \(simulation.end)"
        let steps = simulation.steps.count.counted("step")
        if isClean { return "no valid token is refused \(span), in \(steps)" }
        return "valid tokens may be refused \(span), in \(steps):"
    }

    private static func span(_ span: TimeSpan) -> String {
        guard let until = span.until else { return "from \(span.from) on, without end" }
        return "from \(span.from) to \(until), \((until - span.from).phrase)"
    }

    private static func margin(_ margin: Duration) -> String {
        if margin < .zero { return "\(margin.phrase) too early" }
        return margin == .zero ? "not a second later than it must be" : "\(margin.phrase) to spare"
    }

    // MARK: - JSON

    var json: JSONValue {
        .object([
            "schema": .string("authkeys.simulate/1"), "from": .string(simulation.start.description),
            "to": .string(simulation.end.description), "clean": .boolean(isClean),
            "complete": .boolean(simulation.isComplete),
            "refusals": .array(
                simulation.refusals.map { refusal in
                    .object([
                        "kid": .string(refusal.keyID.description), "cause": .string(refusal.cause.rawValue),
                        "from": .string(refusal.span.from.description),
                        "until": refusal.span.until.map { .string($0.description) } ?? .null,
                        "reason": .string(refusal.reason),
                    ])
                }),
            "outageGapSeconds": Self.seconds(simulation.outageGap),
            "steps": .array(
                simulation.steps.map { step in
                    .object([
                        "transition": .string(step.transition.rawValue), "kid": .string(step.keyID.description),
                        "date": .string(step.date.description), "tooEarly": .boolean(step.isForced),
                        "marginSeconds": Self.seconds(step.margin),
                    ])
                }),
        ])
    }

    private static func seconds(_ duration: Duration?) -> JSONValue {
        duration.map { .integer($0.components.seconds) } ?? .null
    }
}
