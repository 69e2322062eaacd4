internal import AuthKeysJOSE
internal import Deployment
internal import Encodings

/// What changes on a deployment, by kid and never by value.
struct PushReport {
    let origin: String
    let plan: PushPlan
    let isApplied: Bool

    func text(_ escaped: (String) -> String) -> String {
        guard !plan.changes.isEmpty else {
            return escaped("\(origin): holds both values already, \(plan.after.keySet)") + "\n"
        }
        let width = plan.steps.map(\.name.utf8.count).max() ?? 0
        var lines = ["\(origin):"]
        for step in plan.steps {
            let name = step.name + String(repeating: " ", count: width - step.name.utf8.count)
            lines.append(
                "  \(name)  \(step.effect == .unchanged ? "stays \(step.after)" : "\(step.before) -> \(step.after)")")
        }
        lines.append("")
        lines.append(
            isApplied
                ? "done:  both set in one request, read back and compared"
                : "nothing was changed; --yes sets both in one request")
        return lines.map { escaped($0) + "\n" }.joined()
    }

    var json: JSONValue {
        .object([
            "schema": .string("authkeys.push/1"), "deployment": .string(origin),
            "changes": .boolean(!plan.changes.isEmpty), "applied": .boolean(isApplied),
            "kids": .array(plan.after.keyIDs.map { $0.map { .string($0.description) } ?? .null }),
            "thumbprint": plan.after.thumbprint.map { .string($0.description) } ?? .null,
            "variables": .array(
                plan.steps.map { step in
                    .object([
                        "name": .string(step.name), "effect": .string(step.effect.rawValue),
                        "before": .string(step.before), "after": .string(step.after),
                    ])
                }),
        ])
    }
}
