package import Encodings
package import HostSystem

/// What a command may use of the world outside.
package struct CommandContext: Sendable {
    package let console: Console
    package let environment: [String: String]
    package let now: @Sendable () -> NumericDate
    package let processorCount: Int
    /// Reads what the command line names. Standard input can be read once.
    package let inputs: InputReader
    package let passphrases: PassphraseReader
    package let pace: Pace

    /// - Parameters:
    ///   - terminal: where passphrases are asked for.
    ///   - pace: how long waiting takes.
    package init(
        console: Console, environment: [String: String], now: @escaping @Sendable () -> NumericDate,
        processorCount: Int, inputs: InputReader, terminal: TerminalPrompt = TerminalPrompt(),
        pace: Pace = .ofThisMachine
    ) {
        self.pace = pace
        self.console = console
        self.environment = environment
        self.now = now
        self.processorCount = processorCount
        self.inputs = inputs
        passphrases = PassphraseReader(inputs: inputs, terminal: terminal)
    }

    static var process: Self {
        let process = ProcessEnvironment.current()
        let environment = process.variables
        return Self(
            console: Console(output: StandardStream.output, error: StandardStream.error, environment: environment),
            environment: environment, now: SystemClock.now, processorCount: ProcessorCount.available,
            inputs: InputReader(environment: process))
    }
}
