internal import Glibc

/// Feeds the pipes of a child and reads what it writes, all at once, so that neither side waits for the other.
final class PipeTransfer {
    enum Result: Sendable, Hashable {
        /// The child has closed every output.
        case complete
        case deadlinePassed
        /// More came out of that output than its limit.
        case limitPassed(output: Int)
    }

    private var inputs: [(pipe: OpenDescriptor, rest: ArraySlice<UInt8>)]
    private let outputs: [OpenDescriptor]
    private let limits: [Int]
    private let kept: [Int]
    private(set) var collected: [[UInt8]]
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    /// - Parameters:
    ///   - limits: the most bytes that each output may send.
    ///   - kept: how many of them are collected; what comes after them is read and dropped.
    init(
        inputs: [(pipe: OpenDescriptor, bytes: [UInt8])], outputs: [OpenDescriptor], limits: [Int], kept: [Int]
    ) {
        self.inputs = inputs.map { ($0.pipe, $0.bytes[...]) }
        self.outputs = outputs
        self.limits = limits
        self.kept = kept
        collected = outputs.map { _ in [] }
        for input in inputs { input.pipe.stopWaiting() }
        for output in outputs { output.stopWaiting() }
    }

    func run(until deadline: ContinuousClock.Instant) -> Result {
        for index in inputs.indices { write(index) }
        while outputs.contains(where: \.isOpen) {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return .deadlinePassed }
            let (seconds, attoseconds) = left.components
            let milliseconds = Int32(clamping: seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1)
            // poll(2) passes over negative numbers, which closed ones have.
            var requests = outputs.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
            requests += inputs.map { pollfd(fd: $0.pipe.number, events: Int16(POLLOUT), revents: 0) }
            guard unsafe poll(&requests, nfds_t(requests.count), milliseconds) > 0 else { continue }
            for index in outputs.indices where requests[index].revents != 0 {
                guard read(index) else { return .limitPassed(output: index) }
            }
            for index in inputs.indices where requests[outputs.count + index].revents != 0 { write(index) }
        }
        return .complete
    }

    /// False when the output has sent more than it may.
    private func read(_ index: Int) -> Bool {
        let count = unsafe Glibc.read(outputs[index].number, &buffer, buffer.count)
        if count > 0 {
            guard count <= limits[index] - collected[index].count else { return false }
            collected[index] += buffer[..<min(count, kept[index] - collected[index].count)]
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            outputs[index].close()
        }
        return true
    }

    private func write(_ index: Int) {
        let (pipe, rest) = inputs[index]
        guard pipe.isOpen else { return }
        let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(pipe.number, $0.baseAddress, $0.count) }
        if written < 0 {
            // Nobody reads it any more; how the child ended will say why.
            if errno != EINTR && errno != EAGAIN { pipe.close() }
        } else {
            inputs[index].rest = rest.dropFirst(written)
            if inputs[index].rest.isEmpty { pipe.close() }
        }
    }
}
