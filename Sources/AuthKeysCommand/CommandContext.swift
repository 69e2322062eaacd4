package import Encodings
internal import HostSystem

/// What a command may use of the world outside.
package struct CommandContext: Sendable {
    package let console: Console
    package let environment: [String: String]
    package let now: @Sendable () -> NumericDate
    package let processorCount: Int

    package init(
        console: Console, environment: [String: String], now: @escaping @Sendable () -> NumericDate, processorCount: Int
    ) {
        self.console = console
        self.environment = environment
        self.now = now
        self.processorCount = processorCount
    }

    static var process: Self {
        let environment = ProcessEnvironment.current().variables
        return Self(
            console: Console(output: StandardStream.output, error: StandardStream.error, environment: environment),
            environment: environment, now: SystemClock.now, processorCount: ProcessorCount.available)
    }
}
