internal import CAuthKeysOpenSSL
public import Encodings

/// Key material that is wiped when its last owner goes away.
///
/// The bytes can be lent and compared, never printed, encoded or hashed. A `String` or an array that somebody makes of
/// them is an ordinary copy that nobody wipes.
@safe
public final class SecretBytes: ByteSource, @unchecked Sendable {  // unchecked: the memory is never written after init
    private let storage: UnsafeMutableBufferPointer<UInt8>
    public let count: Int

    public convenience init(copying bytes: Span<UInt8>) {
        self.init(capacity: bytes.count) { output in
            for index in bytes.indices { output.append(bytes[index]) }
        }
    }

    /// Lets `body` write at most `capacity` bytes straight into memory that will be wiped.
    package init<Failure: Error>(
        capacity: Int, initializingWith body: (inout OutputSpan<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(capacity, 1))
        unsafe memory.initialize(repeating: 0)
        let written: Int
        do {
            var output = unsafe OutputSpan(buffer: memory, initializedCount: 0)
            try body(&output)
            unsafe written = output.finalize(for: memory)
        } catch {
            unsafe Self.wipe(memory)
            throw error
        }
        unsafe storage = memory
        count = written
    }

    deinit {
        unsafe Self.wipe(storage)
    }

    private static func wipe(_ memory: UnsafeMutableBufferPointer<UInt8>) {
        unsafe OPENSSL_cleanse(memory.baseAddress, memory.count)
        unsafe memory.deallocate()
    }

    public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(unsafe Span(_unsafeElements: UnsafeBufferPointer(rebasing: storage[..<count])))
    }

    /// An ordinary copy, which nobody wipes: for what takes nothing else, such as `Data` or `String(decoding:as:)`.
    public func exposeSecret() -> [UInt8] {
        withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }

    /// Compares in time that depends on the lengths only.
    public func isEqual(to other: SecretBytes) -> Bool {
        guard count == other.count else { return false }
        return unsafe CRYPTO_memcmp(storage.baseAddress, other.storage.baseAddress, count) == 0
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "SecretBytes(\(count) bytes)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
