internal import Consumers
internal import Encodings
internal import KeyFormats

/// A rule about one kind of damage to the text of a private key. `KeyText` finds it, the consumer says whether it minds.
protocol KeyTextRule: Rule {}

extension KeyTextRule {
    /// For a consumer that does not read the text; a note for one that does.
    package var severity: Finding.Severity { .error }

    package func findings(in evidence: Evidence) -> [Finding] { damage(in: evidence) }

    func damage(in evidence: Evidence) -> [Finding] {
        guard let key = evidence.privateKey else { return [] }
        let found = KeyTextCauses(key)
        guard let anomaly = found.reported.first(where: { $0.code == code }) else { return [] }
        let isCause = found.causes.contains { $0.code == code }
        var lines = ["\(key.place.description): \(anomaly.description)"]
        if isCause, let refusal = key.refusal { lines.append(evidence.profile.words(of: refusal)) }
        let name = evidence.profile.name
        let isUnusable = !isCause && key.impossibleNumbers != nil && !anomaly.isRepairable
        if isUnusable, let error = key.impossibleNumbers { lines.append(error.description) }
        let reason =
            isCause
            ? "\(name) does not read the key, so it signs no token and nobody can sign in."
            : isUnusable
                ? "\(name) takes the text for a private key, and no token verifies that is signed with it."
                : key.refusal == nil
                    ? "\(name) reads the key nevertheless; other readers may not."
                    : "\(name) is not given the value, which is too large; in one of the right size it would matter."
        let severity: Finding.Severity = isCause || isUnusable ? .error : anomaly.isRepairable ? .note : .warning
        return [
            finding(
                title.lowercasedFirst, severity: severity, evidence: lines,
                reason: isWhole(evidence)
                    ? "\(reason) The key itself is whole: --fix writes it as it should be." : reason,
                fix: fix(anomaly, key), place: key.place.finding
            ).explained(by: kind(evidence))
        ]
    }

    /// Whether what is left without the damage is a key that can be kept.
    private func isWhole(_ evidence: Evidence) -> Bool {
        let others: [any Rule] = [DisagreeingKey(), PrivateKeySize(), WeakPrivateKey()]
        return evidence.privateKey?.publicKey != nil
            && !others.contains { $0.findings(in: evidence).contains { $0.severity == .error } }
    }

    /// That the text holds something else than the key, or that a file was not read as it was meant, explains what is odd
    /// about it.
    private func kind(_ evidence: Evidence) -> AuthKeysError.Code? {
        guard let key = evidence.privateKey else { return nil }
        if let cause = causeOfCut(key) { return cause }
        let place = key.place
        let isOfAnotherName = !place.name.utf8.elementsEqual(WatchedVariable.privateKey.utf8)
        if isOfAnotherName, case .environmentFile = place.holder,
            UnreadForm().findings(in: evidence).contains(where: { $0.severity == .error })
        {
            return EnvironmentCode.formUnread.code
        }
        if key.cutAtLineEnd == nil, let file = evidence.environmentFile, file.refusal != nil, place.path == file.path {
            return EnvironmentCode.fileRefused.code
        }
        return RuleRegistry.privateKeyRules.first { !$0.findings(in: evidence).isEmpty }?.code
    }

    /// A quote that nothing closes ends with its line.
    private func causeOfCut(_ key: PrivateKeyEvidence) -> AuthKeysError.Code? {
        let quote = KeyTextCode.unbalancedQuote.code
        return code == KeyTextCode.firstLineOnly.code && key.text.anomalies.contains { $0.code == quote } ? quote : nil
    }

    private func fix(_ anomaly: KeyText.Anomaly, _ key: PrivateKeyEvidence) -> Finding.Fix {
        if let hint = anomaly.hint { return .edit(hint) }
        guard (try? key.text.repaired()) != nil, key.publicKey != nil, key.place.source != "SOURCE" else {
            return .edit("store the key again from where it was made, or make a new pair: authkeys generate")
        }
        return .command("authkeys pem unwrap \(key.place.source) --out jwt_private_key.pem")
    }
}

extension PrivateKeyEvidence {
    /// What is left where a reader that takes a line for a value has taken only the first of several: what it says of the
    /// others is an effect.
    var cutAtLineEnd: KeyTextCode? {
        [KeyTextCode.base64FirstLine, .firstLineOnly].first { code in
            text.anomalies.contains { $0.code == code.code }
        }
    }
}

/// Which of the oddities of a text are why its consumer refuses it.
struct KeyTextCauses {
    let causes: [KeyText.Anomaly]
    /// The causes, and what other readers may refuse.
    let reported: [KeyText.Anomaly]

    /// What every consumer modelled here passes over, wherever in the key it stands, and so has no rule.
    private static let passedOver: Set<AuthKeysError.Code> = [
        KeyTextCode.attributes.code, KeyTextCode.blankLines.code, KeyTextCode.carriageReturns.code,
        KeyTextCode.crlf.code,
        KeyTextCode.lineLength.code, KeyTextCode.noFinalNewline.code, KeyTextCode.spacesForNewlines.code,
        KeyTextCode.trailingSpaces.code,
    ]

    init(_ key: PrivateKeyEvidence) {
        let telling = key.text.anomalies.filter { !Self.passedOver.contains($0.code) }
        // Of a value that is too large the consumer reads nothing.
        guard let refusal = key.refusal, refusal.code != ConsumerCode.valueTooLarge.code else {
            causes = []
            reported = key.text.layout == .oneLine ? [] : telling.filter { $0.severity > .harmless }
            return
        }
        let grave = telling.filter { $0.severity > .harmless }
        causes = grave.isEmpty ? telling : grave
        reported = causes
    }

}

extension Profile {
    /// `convex-auth says: …`, with what a library beneath it says.
    func words(of refusal: Refusal) -> String {
        "\(name) says: \(refusal.message)" + (refusal.cause.map { " (\($0))" } ?? "")
    }
}

extension String {
    /// For a title that becomes a verdict; names of formats keep their capitals.
    var lowercasedFirst: String {
        guard utf8.starts(with: "The ".utf8) || utf8.starts(with: "A ".utf8) || utf8.starts(with: "An ".utf8) || isPlain
        else { return self }
        return prefix(1).lowercased() + dropFirst()
    }

    private var isPlain: Bool {
        let word = prefix { $0 != " " }
        return word.dropFirst().allSatisfy { $0.isLowercase }
    }
}
