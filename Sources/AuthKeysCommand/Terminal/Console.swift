internal import Diagnosis
internal import Encodings

/// The one way out: data to standard output, messages to standard error.
package struct Console: Sendable {
    private let output: any ByteStream
    private let error: any ByteStream
    private let environment: [String: String]
    private let secrets = SecretsOfServers()

    package init(output: any ByteStream, error: any ByteStream, environment: [String: String]) {
        self.output = output
        self.error = error
        self.environment = environment
    }

    /// A GitHub Actions job: its log is public, and lines in it can be commands.
    var isGitHubActions: Bool { environment["GITHUB_ACTIONS"] == "true" }

    /// Text from outside, for a line of text: what reads these streams is a terminal, or the runner of a job.
    func escaped(_ text: String) -> String {
        isGitHubActions ? Escaper.githubLog(text) : Escaper.terminal(text)
    }

    /// Whether a person watches the messages as they come.
    var showsProgress: Bool { error.isTerminal && environment["TERM"] != "dumb" }

    var outputWidth: Int { output.terminalWidth }

    var outputHasColor: Bool { hasColor(output) }

    var outputIsTerminal: Bool { output.isTerminal }

    /// How findings are written to standard output.
    var textReport: TextReport { TextReport(isGitHubActions ? .gitHubLog : .terminal) }

    /// https://no-color.org: set and not empty.
    private func hasColor(_ stream: any ByteStream) -> Bool {
        stream.isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    /// What no text and no message repeats from now on, whoever says it.
    func leaveOut(_ learn: (inout RemoteSecrets) -> Void) {
        secrets.learn(learn)
    }

    var leftOut: RemoteSecrets { secrets.all }

    // MARK: - Standard output

    func print(_ text: String) throws(AuthKeysError) {
        try output.write(secrets.cleaned(text).utf8.span)
    }

    func print(_ bytes: some ByteSource) throws(AuthKeysError) {
        try bytes.withBytes { bytes throws(AuthKeysError) in try output.write(bytes) }
    }

    /// A result for programs, in one line.
    func print(_ json: JSONValue) throws(AuthKeysError) {
        try print(json: Array((secrets.cleaned(json.compactJSON) + "\n").utf8))
    }

    /// JSON of any number of lines. What goes to the log of a job means the same and holds no command for its runner.
    func print(json text: some ByteSource) throws(AuthKeysError) {
        guard isGitHubActions else { return try print(text) }
        try print(text.withBytes { Escaper.githubLog(json: $0) })
    }

    // MARK: - Standard error

    /// As it is: help for somebody who asked for nothing, masks for the runner of a job.
    func printToError(_ bytes: some ByteSource) throws(AuthKeysError) {
        try bytes.withBytes { bytes throws(AuthKeysError) in try error.write(bytes) }
    }

    func report(_ failure: AuthKeysError) {
        say("error", failure.description, color: "31")
        // An internal fault is for whoever mends the program, and the cause is all there is to go by.
        if ExitStatus(failure) == .fault { for cause in failure.underlying { say("note", cause, color: "36") } }
        if let hint = failure.hint { self.hint(hint) }
    }

    func warn(_ message: String) {
        say("warning", message, color: "33")
    }

    /// What was done, where it cannot be seen in the result.
    func note(_ message: String) {
        say("note", message, color: "36")
    }

    /// That a lock is waited for.
    func noteWait(_ path: String) {
        note("waiting for another process, which holds the lock on the folder of '\(path)'")
    }

    func hint(_ message: String) {
        say("hint", message, color: "36")
    }

    /// Every message can hold text from outside, so every message is escaped. When even standard error cannot be
    /// written to, nobody is left to be told.
    private func say(_ kind: String, _ message: String, color: String) {
        let escaped = escaped(secrets.cleaned(message))
        let kind = hasColor(error) ? "\u{1B}[1;\(color)m\(kind):\u{1B}[0m" : "\(kind):"
        try? error.write("authkeys: \(kind) \(escaped)\n".utf8.span)
    }

    /// Draws over the line of standard error that it drew before; `nil` takes it away.
    func drawProgress(_ text: String?) {
        try? error.write("\r\u{1B}[K\(text ?? "")".utf8.span)
    }
}
