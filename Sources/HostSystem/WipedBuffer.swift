internal import Glibc

/// Memory that a secret passes through on its way from the system to its owner; it is wiped when it is let go of.
@safe
struct WipedBuffer: ~Copyable {
    private let memory: UnsafeMutableRawBufferPointer

    /// - Parameter size: in bytes.
    init(size: Int) {
        unsafe memory = .allocate(byteCount: size, alignment: 1)
        unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
    }

    deinit {
        if let start = unsafe memory.baseAddress { unsafe explicit_bzero(start, memory.count) }
        unsafe memory.deallocate()
    }

    var size: Int { unsafe memory.count }

    /// One read(2) into what follows the first `count` bytes, again for as long as a signal interrupts it or the
    /// descriptor makes nobody wait.
    ///
    /// - Returns: how many bytes came; 0 at the end.
    mutating func fill(after count: Int = 0, from descriptor: Int32) throws(SystemError) -> Int {
        while true {
            let result = unsafe read(descriptor, memory.baseAddress?.advanced(by: count), memory.count - count)
            if result >= 0 { return result }
            let number = errno
            if number == EAGAIN { Readiness.wait(for: descriptor, Readiness.toRead) }
            guard number == EINTR || number == EAGAIN else { throw SystemError(number) }
        }
    }

    /// Lends the first `count` bytes.
    borrowing func withBytes<Result, Failure: Error>(
        _ count: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: memory[..<count]).bindMemory(to: UInt8.self)
        return try body(unsafe Span(_unsafeElements: bytes))
    }
}
