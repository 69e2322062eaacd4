internal import CAuthKeysOpenSSL
internal import Encodings

/// Composes text that holds a secret. Memory that it outgrows is wiped, and so is the last.
@safe
package struct SecretBuilder: ByteSink, ~Copyable {
    private var storage: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    package init(reservingCapacity capacity: Int = 4096) {
        unsafe storage = .allocate(capacity: max(capacity, 64))
    }

    deinit {
        unsafe Self.wipe(storage)
    }

    package mutating func append(_ byte: UInt8) {
        reserve(1)
        unsafe storage.initializeElement(at: count, to: byte)
        count += 1
    }

    package mutating func append(_ bytes: Span<UInt8>) {
        reserve(bytes.count)
        for index in bytes.indices {
            unsafe storage.initializeElement(at: count + index, to: bytes[index])
        }
        count += bytes.count
    }

    package consuming func finish() -> SecretBytes {
        let written = unsafe Span(_unsafeElements: UnsafeBufferPointer(rebasing: storage[..<count]))
        return SecretBytes(copying: written)
    }

    private mutating func reserve(_ additional: Int) {
        guard unsafe count + additional > storage.count else { return }
        let larger = unsafe UnsafeMutableBufferPointer<UInt8>.allocate(
            capacity: max(count + additional, storage.count * 2))
        unsafe _ = larger.initialize(from: storage[..<count])
        unsafe Self.wipe(storage)
        unsafe storage = larger
    }

    private static func wipe(_ memory: UnsafeMutableBufferPointer<UInt8>) {
        unsafe OPENSSL_cleanse(memory.baseAddress, memory.count)
        unsafe memory.deallocate()
    }
}
