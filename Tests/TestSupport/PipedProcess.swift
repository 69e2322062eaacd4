import Foundation

/// A program that a test talks with while it runs. It is ended when it is let go of.
package final class PipedProcess: @unchecked Sendable {  // unchecked: one thread may write while one reads
    private let child: RunningChild
    private let commandLine: String
    private let deadline: ContinuousClock.Instant
    private let input: Descriptor
    private let output: Descriptor
    private let error: Descriptor
    private var pending: ArraySlice<UInt8> = []
    private var isRunning = true

    /// - Parameter process: its time limit is that of the whole conversation.
    package init(_ process: ChildProcess) throws(ChildProcess.Failure) {
        let (inlet, outlet, errors) = (try Pipe(), try Pipe(), try Pipe())
        child = try process.spawn(input: inlet.readEnd, output: outlet.writeEnd, error: errors.writeEnd)
        commandLine = process.commandLine
        deadline = .now + process.timeLimit
        (input, output, error) = (inlet.writeEnd, outlet.readEnd, errors.readEnd)
        inlet.readEnd.close()
        outlet.writeEnd.close()
        errors.writeEnd.close()
    }

    deinit {
        if isRunning { child.killSession() }
    }

    package var identifier: Int32 { child.identifier }

    /// Few bytes: a program that does not read them would never let this return.
    package func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = withoutBrokenPipeSignal { unsafe Glibc.write(input.number, bytes, bytes.count) }
    }

    package func closeInput() { input.close() }

    /// Nobody reads its standard output any more.
    package func closeOutput() { output.close() }

    package func send(_ signal: Int32) { _ = kill(child.identifier, signal) }

    /// Until every thread of it waits for something: looks at them all, again and again.
    package func waitUntilItWaits() {
        let tasks = "/proc/\(child.identifier)/task"
        while ContinuousClock.now < deadline {
            let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
            let isWaiting = threads.allSatisfy { thread in
                let text = (try? String(contentsOfFile: "\(tasks)/\(thread)/stat", encoding: .utf8)) ?? ""
                // "42 (name) S …", where the name may hold anything.
                return text[(text.lastIndex(of: ")") ?? text.startIndex)...].dropFirst(2).first == "S"
            }
            if isWaiting { return }
            sched_yield()
        }
    }

    /// The next line of standard output, without its line feed; `nil` at the end.
    package func readLine() throws(ChildProcess.Failure) -> String? {
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                defer { pending = pending[(end + 1)...] }
                return String(decoding: pending[..<end], as: UTF8.self)
            }
            let more = try read(output)
            guard !more.isEmpty else { return nil }
            pending += more
        }
    }

    /// What is left on standard error when the program has closed it, and how it ended.
    package func finish() throws(ChildProcess.Failure) -> (error: String, termination: ChildProcess.Termination) {
        var text: [UInt8] = []
        while true {
            let more = try read(error)
            if more.isEmpty { break }
            text += more
        }
        isRunning = false
        return (String(decoding: text, as: UTF8.self), child.wait())
    }

    /// Waits for something; empty at the end.
    private func read(_ descriptor: Descriptor) throws(ChildProcess.Failure) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let left = max(ContinuousClock.now.duration(to: deadline), .zero)
            var request = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&request, 1, Int32(clamping: left.components.seconds * 1000))
            guard ready != 0 else { throw .timeLimitExceeded(commandLine, printed: Array(pending)) }
            let count = ready < 0 ? -1 : unsafe Glibc.read(descriptor.number, &buffer, buffer.count)
            if count >= 0 { return Array(buffer[..<count]) }
            guard errno == EINTR else { return [] }
        }
    }
}
