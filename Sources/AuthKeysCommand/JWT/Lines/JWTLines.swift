internal import AuthKeysJOSE
internal import Encodings
internal import HostSystem
internal import Synchronization

/// Verifies a stream of tokens, one a line, on every processor and in memory that does not grow: one JSON line each, in
/// their order, and a summary of the causes.
struct JWTLines {
    let verifier: JWTVerifier
    /// Asked once for each block of lines.
    let now: @Sendable () -> NumericDate
    let console: Console
    let isQuiet: Bool
    let processorCount: Int
    /// Of the tokens.
    let descriptor: Int32

    /// - Throws: `file.…` when a stream fails, or a signal ended it that did not end the process.
    func run() throws(AuthKeysError) -> LinesSummary {
        let interruption = Interruption()
        let watch = interruption.flatMap { InterruptionWatch($0) }
        let reader = LineBlockReader(descriptor, interruption: interruption)
        let progress = LinesProgress(on: isQuiet || console.outputIsTerminal ? nil : console)
        let outcome = Mutex(Outcome())
        let results = OrderedResults<JudgedLines>(capacity: 4 * processorCount) { judged in
            outcome.withLock { outcome in
                do throws(AuthKeysError) {
                    try console.print(json: judged.json)
                } catch {
                    outcome.failure = error
                    return false
                }
                outcome.summary.add(judged.summary)
                progress.tick(outcome.summary)
                return true
            }
        }
        WorkerThreads.run(processorCount) {
            do throws(AuthKeysError) {
                let verifier = try verifier.copy()
                while let block = try reader.next() {
                    let judged = JudgedLines(block, verifier: verifier, time: now())
                    guard results.give(judged, at: block.number) else { return reader.stop() }
                }
            } catch {
                outcome.withLock { $0.failure = $0.failure ?? error }
            }
        }
        progress.end()
        let (summary, failure) = outcome.withLock { ($0.summary, $0.failure) }
        if !isQuiet, failure?.code != FileCode.closed.code { summary.report(to: console) }
        watch?.end()
        interruption?.deliver()
        if let failure { throw failure }
        guard !reader.hasEndedEarly else {
            throw AuthKeysError(
                FileCode.interrupted, "a signal ended the stream before its end",
                hint: "what came behind the last line that was answered was not verified: start again with that")
        }
        return summary
    }

    private struct Outcome: Sendable {
        var summary = LinesSummary()
        var failure: AuthKeysError?
    }
}
