/// Writes findings down for somebody: people at a terminal, a program, a job's log.
package protocol FindingReporter: Sendable {
    /// Ends in a line feed unless it is empty.
    func report(_ findings: [Finding]) -> String
}
