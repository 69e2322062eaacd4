internal import AuthKeysJOSE
internal import Deployment
internal import Encodings
internal import HostSystem

/// Puts back the pair that a rotation replaced, in the same two phases.
struct UndoneRotation {
    let session: RotationSession
    let journal: RotationJournal

    func run() throws(AuthKeysError) -> ExitStatus {
        if journal.state == .rotating {
            switch journal.position(in: session.stored) {
            case .before: return try nothing("the rotation of \(journal.startedAt) has changed nothing", .abandoned)
            case .between: return try putSetBack()
            case .after, .elsewhere: break
            }
        }
        let undoing = journal.marked(.undoing)
        switch undoing.position(in: session.stored) {
        case .before: return try exchange(undoing, isPublished: false)
        case .between: return try exchange(undoing, isPublished: true)
        case .after: return try nothing("the old pair is there", .undone)
        case .elsewhere:
            session.context.console.report(
                AuthKeysError(
                    ConvexCode.journalStale,
                    "'\(session.origin)' does not sign with the key that the rotation of \(journal.startedAt) set, so "
                        + "there is nothing of it to undo; nothing was changed",
                    hint: "to set that old pair all the same: authkeys convex push --env-file "
                        + shellWord(session.journalFile.path)))
            return .negative
        }
    }

    private func nothing(
        _ reason: String, _ state: RotationJournal.State
    ) throws(AuthKeysError) -> ExitStatus {
        if journal.state != state { session.mark(journal.marked(state)) }
        try session.report(
            RotateReport(
                action: .unchanged, origin: session.origin, headline: "nothing to undo: \(reason)",
                keyID: SigningPair(session.stored, at: session.now).keyID, journal: session.journalFile.path))
        return .success
    }

    /// Of a rotation that stopped between its phases: the signer is the old one, so that one request is all.
    private func putSetBack() throws(AuthKeysError) -> ExitStatus {
        let old = SigningPair(journal.old, at: session.now)
        guard session.options.isApproved else {
            return try plan([(ConvexAuthVariable.keySet, "-> \(old.stored.keySet)")], "the signer was never changed")
        }
        let source = session.stored.only(RotationVariable.names)
            .with(ConvexAuthVariable.keySet, journal.old[ConvexAuthVariable.keySet])
        try SignerRestoration(
            client: session.client, pace: session.context.pace, now: session.context.now, source: source,
            target: journal.new, resumeCommand: session.resumeCommand
        ).run(because: "the rotation is undone")
        session.mark(journal.marked(.undone))
        try session.report(
            RotateReport(
                action: .undone, origin: session.origin,
                headline: "the old JWKS is back, and the signer was never changed", keyID: old.keyID,
                journal: session.journalFile.path))
        return .success
    }

    private func exchange(_ undoing: RotationJournal, isPublished: Bool) throws(AuthKeysError) -> ExitStatus {
        let (old, present) = (
            SigningPair(journal.old, at: session.now), SigningPair(session.stored, at: session.now)
        )
        if case .broken(let reason) = old.standing {
            session.context.console.report(
                AuthKeysError(
                    ConvexCode.journalStale,
                    "the pair in '\(session.journalFile.path)' was broken when it was replaced: \(reason); nothing was "
                        + "changed", hint: "rotate again instead: authkeys convex rotate"))
            return .negative
        }
        let rows = [
            (label: ConvexAuthVariable.privateKey, text: "\(present.stored.privateKey) -> \(old.stored.privateKey)"),
            (label: ConvexAuthVariable.keySet, text: "\(present.stored.keySet) -> \(old.stored.keySet)"),
        ]
        guard session.options.isApproved else { return try plan(rows, RotationSession.cost) }
        let set = isPublished ? journal.new[ConvexAuthVariable.keySet] : present.restorableKeySet
        let source = session.stored.only(RotationVariable.names).with(ConvexAuthVariable.keySet, set)
        return try session.carryOut(
            .init(
                journal: undoing, source: source, target: journal.old, isPublished: isPublished, endState: .undone,
                failedState: .finished), session.probe()
        ) { window in
            RotateReport(
                action: .undone, origin: session.origin,
                headline: "undone: the pair from before \(journal.startedAt) is back", details: rows,
                notes: [("window:", window.text)], keyID: old.keyID, previousKeyID: present.keyID, window: window,
                journal: session.journalFile.path)
        }
    }

    private func plan(
        _ rows: [(label: String, text: String)], _ cost: String
    ) throws(AuthKeysError) -> ExitStatus {
        try session.report(
            RotateReport(
                action: .planned, origin: session.origin, headline: "would undo the rotation of \(journal.startedAt)",
                details: rows, notes: [("costs:", cost), ("", "nothing was changed; --yes does it")],
                keyID: SigningPair(session.stored, at: session.now).keyID, journal: session.journalFile.path))
        return .negative
    }
}
