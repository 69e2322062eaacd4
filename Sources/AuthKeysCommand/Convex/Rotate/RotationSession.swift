internal import AuthKeysJOSE
internal import CryptoOpenSSL
internal import Deployment
internal import Encodings
internal import HostSystem

/// What the ways to rotate share: the deployment, what it holds, and how an exchange is gone through with.
struct RotationSession {
    static let cost =
        "access tokens already issued are refused as soon as the backend sees the new JWKS; sessions continue by their "
        + "refresh tokens; pages rendered on a server may see no user until they refresh"

    let context: CommandContext
    let options: RotateOptions
    let client: DeploymentClient
    let stored: DeploymentVariables
    let journalFile: JournalFile
    let now: NumericDate

    init(
        _ context: CommandContext, _ options: RotateOptions, _ client: DeploymentClient, _ journalFile: JournalFile
    ) throws(AuthKeysError) {
        self.context = context
        self.options = options
        self.client = client
        self.journalFile = journalFile
        stored = try client.variables()
        now = NumericDate(secondsSince1970: context.now().secondsSince1970)
    }

    var origin: String { client.api.origin }

    /// The command that goes on where this one stopped.
    var resumeCommand: String {
        if let file = options.undoFile { return "authkeys convex rotate --undo \(shellWord(file)) --yes" }
        let journal = options.journal.map { " --journal \(shellWord($0))" } ?? ""
        return "authkeys convex rotate --yes\(journal)"
    }

    func report(_ report: RotateReport) throws(AuthKeysError) {
        if options.printsJSON {
            try context.console.print(report.json)
        } else if !options.isQuiet {
            try context.console.print(report.text(context.console.escaped))
        }
    }

    func warn(_ message: String) {
        if !options.isQuiet { context.console.warn(message) }
    }

    /// - Throws: `convex.issuer-unknown`, `network.*`.
    func probe() throws(AuthKeysError) -> AcceptanceProbe {
        let issuer = if let issuer = options.issuer { issuer } else { try client.issuer() }
        return AcceptanceProbe(
            client: client, issuer: issuer, limit: options.patience, now: context.now,
            pace: context.pace,
            progress: options.isQuiet || !context.console.showsProgress ? nil : context.console)
    }

    /// What an exchange is of, and what its journal says before and after.
    struct Undertaking {
        let journal: RotationJournal
        /// What the deployment holds, with the JWKS that is to be put back where it fails.
        let source: DeploymentVariables
        let target: DeploymentVariables
        /// Whether the deployment has the JWKS of the target already.
        let isPublished: Bool
        let endState: RotationJournal.State
        let failedState: RotationJournal.State
    }

    /// Says what it costs, writes the journal, and goes through both phases.
    ///
    /// - Parameter done: what to report, with the window that was measured.
    func carryOut(
        _ undertaking: Undertaking, _ probe: AcceptanceProbe, done: (ExchangeWindow) -> RotateReport
    ) throws(AuthKeysError) -> ExitStatus {
        let pair = SigningPair(undertaking.target, at: now)
        guard let key = pair.key, pair.isPublished else {
            throw AuthKeysError(InternalCode.proofFailed, "the pair that is to be set does not work")
        }
        let console = context.console
        if !options.isQuiet { console.note("what this costs: \(Self.cost)") }
        let interruption = Interruption()
        try journalFile.write(undertaking.journal)
        let exchange = SignerExchange(
            client: client, probe: probe, pace: context.pace, interruption: interruption, source: undertaking.source,
            target: undertaking.target, targetKey: key,
            targetKeyID: pair.stored.keyIDs.count > 1 ? pair.keyID : nil, resumeCommand: resumeCommand, warn: warn)
        let ending: SignerExchange.Ending
        do throws(AuthKeysError) { ending = try exchange.run(isPublished: undertaking.isPublished) } catch {
            let mayHaveChanged = [
                ConvexCode.halfRotated.code, ConvexCode.unknownOutcome.code, ConvexCode.readBack.code,
            ]
            if !mayHaveChanged.contains(error.code) { mark(undertaking.journal.marked(undertaking.failedState)) }
            throw error
        }
        switch ending {
        case .exchanged(let window):
            mark(undertaking.journal.marked(undertaking.endState))
            // One that comes this late is too late: what it would have ended is done.
            if !(interruption?.hasCome() ?? true) { interruption?.deliver() }
            try report(done(window))
            return .success
        case .overtaken(let error):
            mark(undertaking.journal.marked(.abandoned))
            if !(interruption?.hasCome() ?? true) { interruption?.deliver() }
            throw error
        case .neverAccepted(let answer):
            mark(undertaking.journal.marked(undertaking.failedState))
            console.report(neverAccepted(answer))
            if !(interruption?.hasCome() ?? true) { interruption?.deliver() }
            return .negative
        case .interrupted:
            mark(undertaking.journal.marked(undertaking.failedState))
            console.report(
                AuthKeysError(
                    ConvexCode.rotationInterrupted,
                    "ended by a signal while '\(origin)' was waited for: the old JWKS is back, and the signer was never "
                        + "changed", hint: "\(resumeCommand) begins again"))
            interruption?.deliver()
            return .failure
        }
    }

    private func neverAccepted(_ answer: ProbeAnswer) -> AuthKeysError {
        AuthKeysError(
            ConvexCode.neverAccepted,
            "'\(origin)' did not accept a token of the new key within \(options.patience.phrase), so the old JWKS is "
                + "back, and the signer was never changed: \(answer.words)",
            hint: "where a proxy keeps the set for longer: --give-up-after 5m; where the site does not serve the "
                + "variable JWKS at /.well-known/jwks.json, no rotation reaches the backend")
    }

    /// The deployment is what counts, so that this is no reason to fail.
    func mark(_ journal: RotationJournal) {
        do throws(AuthKeysError) { try journalFile.write(journal) } catch {
            warn("the journal '\(journalFile.path)' does not say yet how this ended: \(error.message)")
        }
    }
}
