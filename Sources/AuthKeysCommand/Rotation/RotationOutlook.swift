internal import AuthKeysJOSE
internal import Encodings
internal import KeyRotation

/// What comes next for a keyring, in words and as JSON.
struct RotationOutlook {
    let keyring: Keyring
    let now: NumericDate
    let console: Console

    init(_ keyring: Keyring, at now: NumericDate, console: Console) {
        self.keyring = keyring
        self.now = now
        self.console = console
    }

    var signer: String { keyring.schedule.active.map { shown($0.keyID) } ?? "no key" }

    func shown(_ keyID: KeyID) -> String { console.escaped(keyID.description) }

    /// `in 3 d 4 h`, `2 h ago`, `now`.
    func distance(_ date: NumericDate) -> String {
        date == now ? "now" : date > now ? "in \((date - now).phrase)" : "\((now - date).phrase) ago"
    }

    // MARK: - Next

    /// What to do next, the most urgent first: the date, what, and the command.
    func actions(file: KeyringFile) -> String {
        var lines: [String] = []
        if let pending = keyring.pendingDelivery {
            lines.append(
                "next: now: hand over '\(pending.event.name)' of \(pending.since), tried "
                    + "\(Int(clamping: pending.attempts).counted("time")); with the same --hook or --push:")
            lines.append("      authkeys rotation apply \(file.word) --if-due")
        }
        for awaited in keyring.schedule.awaited {
            let isLate = awaited.deadline < now
            lines.append(
                "next: \(isLate ? "overdue since" : "by") \(awaited.deadline), \(distance(awaited.deadline)): confirm that "
                    + what(awaited) + (condition(awaited).map { "; \($0):" } ?? ""))
            lines.append("      \(command(awaited, file))")
        }
        if let step = keyring.schedule.plan(at: now).first(where: { $0.date != nil }), let date = step.date {
            lines.append("next: \(date <= now ? "due since" : "on") \(date), \(distance(date)): \(phrase(step))")
            lines.append("      authkeys rotation apply \(file.word) --if-due")
        }
        return lines.map { console.escaped($0) + "\n" }.joined()
    }

    private func what(_ awaited: Awaited) -> String {
        switch awaited.kind {
        case .publication: "the live set holds \(awaited.keyID)"
        case .acceptance: "the verifiers accept \(awaited.keyID)"
        case .demotion: "the system no longer signs with \(awaited.keyID)"
        case .removal: "the live set no longer holds \(awaited.keyID)"
        }
    }

    func command(_ awaited: Awaited, _ file: KeyringFile) -> String {
        switch awaited.kind {
        case .publication, .removal: "authkeys rotation confirm \(file.word) --jwks URL"
        case .demotion: "authkeys rotation confirm \(file.word) --signing TOKEN-FILE"
        case .acceptance: "authkeys rotation apply \(file.word) --if-due --acknowledge stale-set"
        }
    }

    /// What has to hold before the command is run; `nil` for one that finds out itself.
    func condition(_ awaited: Awaited) -> String? {
        awaited.kind == .acceptance ? "once they do" : nil
    }

    func phrase(_ step: PlannedTransition) -> String {
        Self.phrase(step.transition, step.keyID.map(\.description))
    }

    static func phrase(_ transition: Transition, _ keyID: String?) -> String {
        switch transition {
        case .stage: "publish a new key"
        case .activate: "sign with \(keyID ?? "the new key")"
        case .forget: "drop the private half of \(keyID ?? "the old key")"
        case .retire: "remove \(keyID ?? "the old key") from the set"
        }
    }

    // MARK: - JSON

    /// - Parameter members: what the command has besides.
    func json(schema: String, _ members: [JSONMember]) -> JSONValue {
        .object(
            [
                JSONMember(name: "schema", value: .string(schema)), JSONMember(name: "at", value: date(now)),
                JSONMember(name: "generation", value: .integer(keyring.generation)),
            ] + members + [
                JSONMember(name: "next", value: .array(keyring.schedule.plan(at: now).map(json))),
                JSONMember(name: "awaited", value: .array(keyring.schedule.awaited.map(json))),
            ])
    }

    func date(_ date: NumericDate?) -> JSONValue { date.map { .string($0.description) } ?? .null }

    private func json(_ step: PlannedTransition) -> JSONValue {
        var members = [
            JSONMember(name: "transition", value: .string(step.transition.rawValue)),
            JSONMember(name: "kid", value: step.keyID.map { .string($0.description) } ?? .null),
            JSONMember(name: "due", value: date(step.due)), JSONMember(name: "date", value: date(step.date)),
        ]
        if let early = step.early {
            members.append(
                JSONMember(
                    name: "tooEarly",
                    value: .object(["until": date(early.until), "refused": .string(early.sentence)])))
        }
        return .object(members)
    }

    private func json(_ awaited: Awaited) -> JSONValue {
        .object([
            "what": .string(awaited.kind.rawValue), "kid": .string(awaited.keyID.description),
            "since": date(awaited.since), "deadline": date(awaited.deadline),
            "overdue": .boolean(awaited.deadline < now),
        ])
    }
}
