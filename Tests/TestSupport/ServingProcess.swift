import Glibc

/// A program that serves a test: it says one line when it is ready, works until its standard input ends, and then says
/// the rest. It is ended when it is let go of.
package final class ServingProcess {
    /// What it said when it was ready, without the line feed.
    package let firstLine: String
    private let child: RunningChild
    private let input: Descriptor
    private let output: Descriptor
    private var isRunning = true

    package init(_ executable: String, _ arguments: [String]) throws(ChildProcess.Failure) {
        let (inlet, outlet) = (try Pipe(), try Pipe())
        let error = Descriptor(unsafe open("/dev/null", O_WRONLY | O_CLOEXEC))
        child = try ChildProcess(executable, arguments).spawn(
            input: inlet.readEnd, output: outlet.writeEnd, error: error)
        input = inlet.writeEnd
        output = outlet.readEnd
        inlet.readEnd.close()
        outlet.writeEnd.close()
        var line: [UInt8] = []
        while let byte = Self.read(output, upTo: 1).first, byte != UInt8(ascii: "\n") { line.append(byte) }
        firstLine = String(decoding: line, as: UTF8.self)
    }

    deinit {
        if isRunning { child.killSession() }
    }

    /// Lets it end; what it says then.
    package func finish() -> [UInt8] {
        input.close()
        var text: [UInt8] = []
        while true {
            let more = Self.read(output, upTo: 65_536)
            if more.isEmpty { break }
            text += more
        }
        _ = child.wait()
        isRunning = false
        return text
    }

    private static func read(_ descriptor: Descriptor, upTo count: Int) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        var read = -1
        repeat { read = unsafe Glibc.read(descriptor.number, &buffer, count) } while read < 0 && errno == EINTR
        return Array(buffer.prefix(max(0, read)))
    }
}
