/// Writes a diagnosis down for somebody: people at a terminal or in a browser, a program, the services around a job.
///
/// Text from outside is in a report as it was found; a reporter escapes it for the place that it writes to.
package protocol DiagnosisReporter: Sendable {
    /// Ends in a line feed.
    func text(of report: DiagnosisReport) -> String
}
