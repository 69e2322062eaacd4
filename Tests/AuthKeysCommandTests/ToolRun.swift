import AuthKeysCommand
import Encodings
import HostSystem
import Synchronization

/// A run of the tool inside the test, with streams that are buffers.
struct ToolRun: Sendable {
    let status: AuthKeysCommand.ExitStatus
    let output: String
    let error: String

    init(
        _ arguments: [String], environment: [String: String] = [:], output: BufferStream = BufferStream(),
        error: BufferStream = BufferStream(), fetcher: CurlFetcher? = nil, pace: Pace = .ofThisMachine,
        now: @escaping @Sendable () -> NumericDate = { NumericDate(secondsSince1970: 1_700_000_000) }
    ) {
        let console = Console(output: output, error: error, environment: environment)
        let context = CommandContext(
            console: console, environment: environment, now: now, processorCount: 2,
            inputs: InputReader(
                environment: ProcessEnvironment(entries: environment.map { Array("\($0.key)=\($0.value)".utf8) }),
                fetcher: fetcher),
            pace: pace)
        status = AuthKeysTool.run(arguments, context)
        self.output = output.text
        self.error = error.text
    }
}

final class BufferStream: ByteStream {
    let isTerminal: Bool
    let terminalWidth: Int
    /// Thrown by every attempt to write.
    private let failure: FileCode?
    /// Called with each text, before it is kept.
    private let onWrite: @Sendable (String) -> Void
    private let bytes = Mutex<[UInt8]>([])

    init(
        isTerminal: Bool = false, terminalWidth: Int = 80, failingWith failure: FileCode? = nil,
        onWrite: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.onWrite = onWrite
        self.isTerminal = isTerminal
        self.terminalWidth = terminalWidth
        self.failure = failure
    }

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    func write(_ new: Span<UInt8>) throws(AuthKeysError) {
        if let failure { throw AuthKeysError(failure, "cannot write to a stream that fails") }
        var copy: [UInt8] = []
        for index in new.indices { copy.append(new[index]) }
        onWrite(String(decoding: copy, as: UTF8.self))
        bytes.withLock { $0 += copy }
    }
}
