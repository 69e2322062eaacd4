internal import AuthKeysJOSE
internal import Consumers
internal import CryptoOpenSSL
internal import Deployment
internal import Encodings
internal import HostSystem

/// A rotation from the beginning: judges what is there, makes a key, and replaces the pair.
struct NewRotation {
    let session: RotationSession
    let pair: SigningPair
    private let age: KeyAge

    init(_ session: RotationSession) {
        self.session = session
        pair = SigningPair(session.stored, at: session.now)
        age = KeyAge(session.stored, of: pair.keyID, at: session.now)
    }

    private var options: RotateOptions { session.options }

    /// - Parameter journal: the one that is there and will be replaced.
    func run(replacing journal: RotationJournal?) throws(AuthKeysError) -> ExitStatus {
        if let refusal = refusal(journal) {
            session.context.console.report(refusal)
            return refusal.code == ConvexCode.notSet.code ? .failure : .negative
        }
        if let limit = options.ifOlderThan, !isBroken, let status = try unlessDue(limit) { return status }
        let probe = try session.probe()
        guard options.isApproved else { return try plan(probe) }
        if !isBroken, let refusal = try refusalOfPresentKey(probe) {
            session.context.console.report(refusal)
            return .negative
        }
        return try rotate(probe)
    }

    /// Fresh tokens are refused already: there is nothing to lose, whatever the age.
    private var isBroken: Bool {
        if case .broken = pair.standing { true } else { !pair.isPublished }
    }

    private func refusal(_ journal: RotationJournal?) -> AuthKeysError? {
        let origin = session.origin
        if pair.standing == .absent {
            return AuthKeysError(
                ConvexCode.notSet, "'\(origin)' has no keys yet, so there is nothing to rotate",
                hint: "authkeys generate && authkeys convex push auth-keys --yes")
        }
        if case .besideOthers(let count, let isAccepted) = pair.standing, !options.dropsOtherKeys {
            let what =
                isAccepted
                ? "Convex Auth passes over them"
                : "stock Convex Auth refuses every token then, so this signer is another"
            return AuthKeysError(
                ConvexCode.foreignKeys,
                "JWKS of '\(origin)' holds \(count.counted("key")) besides the one that signs, and a "
                    + "rotation would drop them; \(what)",
                hint: "a signer that names its key in the header rotates without a gap, with old and new key in the "
                    + "set; if the others are not needed: --drop-other-keys, which keeps them in the journal")
        }
        guard let kid = options.keyID else { return nil }
        var used = pair.stored.keyIDs.compactMap { $0 } + [pair.keyID].compactMap { $0 }
        for variables in [session.stored, journal?.old, journal?.new].compactMap({ $0 }) {
            used += SigningPair(variables, at: session.now).stored.keyIDs.compactMap { $0 }
            if let recorded = variables.text(of: RotationVariable.keyID) { used.append(KeyID(recorded)) }
        }
        guard used.contains(kid) else { return nil }
        return AuthKeysError(
            JOSECode.keyID, "the kid \(kid) has been that of another key, and a kid belongs to one key for ever",
            hint: "leave --kid out: the thumbprint is a new one for each key")
    }

    // MARK: - The age

    /// `nil` when it is due.
    private func unlessDue(_ limit: Duration) throws(AuthKeysError) -> ExitStatus? {
        guard let keyID = pair.keyID else { return nil }
        switch age {
        case .since(let date):
            guard session.now - date < limit else { return nil }
            try session.report(
                RotateReport(
                    action: .notDue, origin: session.origin,
                    headline: "nothing is due: kid \(keyID) has signed for \((session.now - date).phrase), and is due "
                        + "\(date + limit)", keyID: keyID, since: date, due: date + limit))
            return .success
        case .unknown(let reason): return try record(keyID, limit, because: reason)
        }
    }

    /// An age that is not known is taken for none: who runs this unattended wants no surprise on the first day, and the
    /// record makes the next one certain.
    private func record(
        _ keyID: KeyID, _ limit: Duration, because reason: String
    ) throws(AuthKeysError) -> ExitStatus {
        let record = KeyAge.record(keyID, since: session.now)
        try DeploymentLimits.check(record, onto: session.stored)
        let due = session.now + limit
        if options.isApproved, let lost = try session.client.set(record, replacing: session.stored) {
            session.warn("the record is set, though the answer was lost: \(lost.message)")
        }
        try session.report(
            RotateReport(
                action: options.isApproved ? .recorded : .planned, origin: session.origin,
                headline: "the age of kid \(keyID) is unknown: \(reason)",
                notes: [
                    options.isApproved
                        ? ("recorded:", "today, in \(RotationVariable.rotatedAt); it is due \(due)")
                        : ("nothing was changed;", "--yes records today, and it is due \(due)")
                ], keyID: keyID, due: due))
        return options.isApproved ? .success : .negative
    }

    // MARK: - The plan

    private func plan(_ probe: AcceptanceProbe) throws(AuthKeysError) -> ExitStatus {
        var answer = "not asked, because the pair is broken"
        if !isBroken, let key = pair.key {
            let said = try probe.ask(key, keyID: headerKeyID)
            answer =
                said == .accepted
                ? "the backend accepts tokens of the present key"
                : "the backend refuses tokens of the present key (\(said.words)), and --yes would refuse to begin"
        }
        try session.report(
            RotateReport(
                action: .planned, origin: session.origin, headline: "would rotate",
                details: changes(to: "a new key of \(options.size.rawValue) bits", "that key alone") + [
                    ("age", ageText), ("issuer", "\(probe.issuer): \(answer)"),
                ],
                notes: [
                    ("costs:", RotationSession.cost),
                    ("undo:", "the pair is kept in \(session.journalFile.path), mode 0600, before anything is changed"),
                    ("", "nothing was changed; --yes does it"),
                ], keyID: pair.keyID))
        return .negative
    }

    private func changes(to key: String, _ set: String) -> [(label: String, text: String)] {
        var rows = [
            (label: ConvexAuthVariable.privateKey, text: "\(pair.stored.privateKey) -> \(key)"),
            (label: ConvexAuthVariable.keySet, text: "\(pair.stored.keySet) -> \(set)"),
        ]
        if case .broken(let reason) = pair.standing {
            rows.append(
                (
                    "broken",
                    "\(reason): fresh tokens are refused already; an interrupted rotation leaves such a pair, and so does a "
                        + "value set by hand. A rotation mends it"
                ))
        }
        return rows
    }

    private var ageText: String {
        switch age {
        case .since(let date): "has signed for \((session.now - date).phrase)"
        case .unknown(let reason): "unknown: \(reason)"
        }
    }

    // MARK: - Doing it

    /// For a signer that names its key, which is the only kind that works beside other keys.
    private var headerKeyID: KeyID? {
        if case .besideOthers(_, isAccepted: false) = pair.standing { pair.keyID } else { nil }
    }

    /// A backend that refuses the key that signs now could not be asked about the next one. A set that was pushed a moment
    /// ago is waited for.
    private func refusalOfPresentKey(_ probe: AcceptanceProbe) throws(AuthKeysError) -> AuthKeysError? {
        guard let key = pair.key else { return nil }
        var answer = try probe.ask(key, keyID: headerKeyID)
        switch answer {
        case .accepted, .noProvider: break
        case .refused, .unclear:
            switch try probe.wait(for: key, keyID: headerKeyID, nil) {
            case .accepted: return nil
            case .gaveUp(let last): answer = last
            case .interrupted: break
            }
        }
        guard answer != .accepted else { return nil }
        return Self.probeRefusal(answer, "the key that signs now", probe.issuer, session.origin)
    }

    private static func probeRefusal(
        _ answer: ProbeAnswer, _ what: String, _ issuer: String, _ origin: String
    ) -> AuthKeysError {
        let hint =
            switch answer {
            case .noProvider:
                "convex/auth.config.ts has no provider for the issuer '\(issuer)' with the applicationID convex: deploy it, "
                    + "or name the right one with --issuer"
            default:
                "look whether '\(issuer)/.well-known/jwks.json' is what JWKS holds, and whether the clock of this machine "
                    + "is right: the token was good for 30 seconds"
            }
        return AuthKeysError(
            ConvexCode.probeRefused,
            "'\(origin)' refuses a token of \(what), so it could not be seen when it accepts a new one; nothing was "
                + "changed: \(answer.words)", hint: hint)
    }

    private func rotate(_ probe: AcceptanceProbe) throws(AuthKeysError) -> ExitStatus {
        let context = session.context
        let new = try KeyPair.generate(
            options.size, keyID: options.keyID, profile: .convexAuth, isQuiet: options.isQuiet, context)
        try mask(new)
        if isBroken, case .noProvider(let words) = try probe.ask(new.key, keyID: nil) {
            context.console.report(
                Self.probeRefusal(.noProvider(words), "any key", probe.issuer, session.origin))
            return .negative
        }
        let target = DeploymentVariables(
            [
                DeploymentVariable(name: ConvexAuthVariable.privateKey, value: new.privateKeyLine),
                DeploymentVariable(
                    name: ConvexAuthVariable.keySet, value: SecretBytes(copying: new.jwks.compactJSON.utf8.span)),
            ] + KeyAge.record(new.keyID, since: session.now))
        try DeploymentLimits.check(target.all, onto: session.stored)
        let source = session.stored.only(RotationVariable.names)
            .with(ConvexAuthVariable.keySet, pair.restorableKeySet)
        let journal = RotationJournal(
            deployment: session.client.api.url, startedAt: session.now, old: source, new: target,
            newThumbprint: try new.key.publicKey.thumbprint())
        return try session.carryOut(
            .init(
                journal: journal, source: source, target: target, isPublished: false, endState: .finished,
                failedState: .abandoned), probe
        ) { window in
            RotateReport(
                action: .rotated, origin: session.origin, headline: "rotated",
                details: changes(to: "the key of kid \(new.keyID)", "kid \(new.keyID)").filter { $0.label != "broken" },
                notes: [
                    ("window:", window.text),
                    ("undo:", "authkeys convex rotate --undo \(shellWord(session.journalFile.path)) --yes"),
                ], keyID: new.keyID, previousKeyID: pair.keyID, since: session.now, window: window,
                journal: session.journalFile.path)
        }
    }

    /// The log of the job is public, and the journal is a file that a later step may print.
    private func mask(_ new: KeyPair) throws(AuthKeysError) {
        let console = session.context.console
        guard console.isGitHubActions else { return }
        try console.printToError(GitHubMasks.commands(for: new))
        if let old = session.stored[ConvexAuthVariable.privateKey] {
            try console.printToError(GitHubMasks.commands(forText: old))
        }
    }
}
