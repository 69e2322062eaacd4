internal import Deployment
internal import Encodings

/// What the journal of an earlier run asks for, by what the deployment really holds.
struct ResumedRotation {
    let session: RotationSession
    let journal: RotationJournal

    /// - Returns: `nil` when nothing of the earlier run is left, so that a new one can begin.
    func run() throws(AuthKeysError) -> ExitStatus? {
        switch journal.position(in: session.stored) {
        case .before: return nil
        case .after:
            session.mark(journal.marked(endState))
            try session.report(
                RotateReport(
                    action: .foundFinished, origin: session.origin,
                    headline: "\(name) was through already, and now its journal says so",
                    keyID: SigningPair(session.stored, at: session.now).keyID, journal: session.journalFile.path))
            return .success
        case .elsewhere:
            // The deployment alone tells what there is to do: nothing, where its pair works.
            session.warn(stale)
            if session.options.isApproved { session.mark(journal.marked(.abandoned)) }
            return nil
        case .between: return try finish()
        }
    }

    private var isUndoing: Bool { journal.state == .undoing }
    private var endState: RotationJournal.State { isUndoing ? .undone : .finished }
    private var name: String { "the \(isUndoing ? "undoing of the " : "")rotation of \(journal.startedAt)" }

    private var stale: String {
        "\(name) is not finished by its journal '\(session.journalFile.path)', and never will be: somebody has set other "
            + "values at '\(session.origin)' since"
    }

    private func finish() throws(AuthKeysError) -> ExitStatus {
        let target = isUndoing ? journal.old : journal.new
        let keyID = SigningPair(target, at: session.now).keyID
        let previous = SigningPair(session.stored, at: session.now).keyID
        guard session.options.isApproved else {
            try session.report(
                RotateReport(
                    action: .planned, origin: session.origin,
                    headline: "\(name) stopped between its phases: fresh tokens are refused",
                    notes: [
                        ("", "--yes finishes it"), ("", "--undo \(session.journalFile.path) --yes undoes it"),
                        ("", "nothing was changed"),
                    ], keyID: previous, journal: session.journalFile.path))
            return .negative
        }
        let source = session.stored.only(RotationVariable.names)
            .with(ConvexAuthVariable.keySet, (isUndoing ? journal.new : journal.old)[ConvexAuthVariable.keySet])
        return try session.carryOut(
            .init(
                journal: journal, source: source, target: target, isPublished: true, endState: endState,
                failedState: isUndoing ? .finished : .abandoned), session.probe()
        ) { window in
            RotateReport(
                action: isUndoing ? .undone : .rotated, origin: session.origin,
                headline: "finished \(name), which had stopped between its phases",
                notes: [("window:", window.text)], keyID: keyID, previousKeyID: previous, since: session.now,
                window: window, journal: session.journalFile.path)
        }
    }
}
