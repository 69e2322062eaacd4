package import Encodings
internal import Glibc
internal import Synchronization

/// Some whole lines of a stream.
package struct LineBlock: Sendable {
    /// Counted from 0.
    package let number: Int
    /// The number of its first line, counted from 1.
    package let firstLine: Int
    package let bytes: [UInt8]
    package let lineCount: Int
    /// Whether this is the beginning of one line, the rest of which is given to nobody.
    package let isCut: Bool
}

/// Reads a stream of any length as blocks of whole lines, for many threads: whoever asks gets the next one.
///
/// A block is given as soon as it has a line, so a slow stream is not held back. A line longer than a block is cut: a
/// reader of lines has a limit of its own far below. A block of short lines has few of them, because what becomes of a
/// line may be many times as long.
package final class LineBlockReader: Sendable {
    private struct State: Sendable {
        /// What was read and not given: the beginning of a line, or lines that a block had no more room for.
        var rest: [UInt8] = []
        var restHasLines = false
        var nextBlock = 0
        var nextLine = 1
        var isInLongLine = false
        var hasEnded = false
        var hasEndedEarly = false
    }

    private let descriptor: Int32
    private let capacity: Int
    private let lineLimit: Int
    private let interruption: Interruption?
    /// `nil` when the system has no descriptor left for it: then a stop waits for what is being read.
    private let stopping = StopPipe()
    private let state = Mutex(State())
    /// Shows the thread sanitizer the order that the lock makes: who has to wait for a `Mutex` does so in a library that
    /// is built without the sanitizer.
    private let order = Atomic(0)

    /// - Parameters:
    ///   - descriptor: what is read, to its end.
    ///   - capacity: the length of a block, in bytes.
    ///   - lineLimit: how many lines a block has at most.
    ///   - interruption: ends the stream early.
    package init(
        _ descriptor: Int32, capacity: Int = 64 * 1024, lineLimit: Int = 1024, interruption: Interruption? = nil
    ) {
        self.descriptor = descriptor
        self.capacity = capacity
        self.lineLimit = lineLimit
        self.interruption = interruption
    }

    /// No block comes after this; those that were given stay. Nobody waits for input any more either.
    package func stop() {
        stopping?.stop()
        state.withLock { state in
            _ = order.load(ordering: .acquiring)
            state.hasEnded = true
            order.store(0, ordering: .releasing)
        }
    }

    /// Whether the stream was not read to its end.
    package var hasEndedEarly: Bool {
        state.withLock { state in
            _ = order.load(ordering: .acquiring)
            defer { order.store(0, ordering: .releasing) }
            return state.hasEndedEarly
        }
    }

    /// `nil` at the end.
    /// - Throws: `file.not-a-file` (a folder), `file.failed`; afterwards the stream has ended.
    package func next() throws(AuthKeysError) -> LineBlock? {
        let result = state.withLock { state -> Result<LineBlock?, SystemError> in
            _ = order.load(ordering: .acquiring)
            defer { order.store(0, ordering: .releasing) }
            do throws(SystemError) {
                return .success(try next(&state))
            } catch {
                state.hasEnded = true
                return .failure(error)
            }
        }
        do throws(SystemError) { return try result.get() } catch { throw FileReader.unreadableInput(error) }
    }

    private func next(_ state: inout State) throws(SystemError) -> LineBlock? {
        while !state.hasEnded {
            var bytes = state.rest
            state.rest = []
            if !state.restHasLines {
                bytes.reserveCapacity(capacity)
                guard let hasMore = try fill(&bytes) else {
                    // What has begun is no line.
                    state.hasEnded = true
                    state.hasEndedEarly = true
                    return nil
                }
                guard hasMore else {
                    state.hasEnded = true
                    return bytes.isEmpty || state.isInLongLine ? nil : block(bytes, lineCount: 1, &state)
                }
            }
            state.restHasLines = false
            if state.isInLongLine {
                guard let end = bytes.firstIndex(of: Self.newline) else { continue }
                state.isInLongLine = false
                keep(bytes[(end + 1)...], &state)
                continue
            }
            let lineCount = bytes.span.count(of: Self.newline)
            if let end = end(of: lineCount, in: bytes) {
                keep(bytes[(end + 1)...], &state)
                bytes.removeSubrange((end + 1)...)
                return block(bytes, lineCount: min(lineCount, lineLimit), &state)
            }
            guard bytes.count < capacity else {
                state.isInLongLine = true
                return block(bytes, lineCount: 1, isCut: true, &state)
            }
            state.rest = bytes
        }
        return nil
    }

    private func keep(_ rest: ArraySlice<UInt8>, _ state: inout State) {
        state.rest = Array(rest)
        state.restHasLines = rest.contains(Self.newline)
    }

    /// Where the last line ends that a block has room for; `nil` when none ends.
    private func end(of lineCount: Int, in bytes: [UInt8]) -> Int? {
        guard lineCount > lineLimit else { return bytes.lastIndex(of: Self.newline) }
        var end = -1
        for _ in 0..<lineLimit { end = bytes.span.firstIndex(of: Self.newline, from: end + 1) ?? end }
        return end
    }

    private func block(_ bytes: [UInt8], lineCount: Int, isCut: Bool = false, _ state: inout State) -> LineBlock {
        defer {
            state.nextBlock += 1
            state.nextLine += lineCount
        }
        return LineBlock(
            number: state.nextBlock, firstLine: state.nextLine, bytes: bytes, lineCount: lineCount, isCut: isCut)
    }

    private static let newline = UInt8(ascii: "\n")

    /// Appends what one read gives; `false` at the end, `nil` when the stream is to end early.
    private func fill(_ bytes: inout [UInt8]) throws(SystemError) -> Bool? {
        let count = bytes.count
        var isEarly = false
        try bytes.append(addingCapacity: capacity - count) { output throws(SystemError) in
            try unsafe output.withUnsafeMutableBufferPointer { buffer, count throws(SystemError) in
                if let read = try unsafe read(into: buffer) { count = read } else { isEarly = true }
            }
        }
        return isEarly ? nil : bytes.count > count
    }

    private func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(SystemError) -> Int? {
        while true {
            guard
                Readiness.waitToRead(
                    descriptor, unless: interruption?.descriptor ?? -1, stopping?.descriptor ?? -1)
            else { return nil }
            let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            let number = errno
            if count >= 0 { return count }
            guard number == EAGAIN || number == EINTR else { throw SystemError(number) }
        }
    }
}
