internal import CAuthKeysOpenSSL
internal import Encodings

/// What libcrypto's encoders (`i2d_…`) allocate and write.
extension Libcrypto {
    /// - Parameters:
    ///   - action: what fails when it fails, after "libcrypto could not".
    ///   - call: sets the pointer to new memory and returns the count of bytes there; nothing above 0 on failure.
    static func output(
        _ action: String, _ call: (inout UnsafeMutablePointer<UInt8>?) -> Int32
    ) throws(AuthKeysError) -> [UInt8] {
        unsafe try secretOutput(action, call).withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }

    /// The same, and the memory is wiped.
    static func secretOutput(
        _ action: String, _ call: (inout UnsafeMutablePointer<UInt8>?) -> Int32
    ) throws(AuthKeysError) -> SecretBytes {
        var memory: UnsafeMutablePointer<UInt8>?
        ErrorQueue.clear()
        let count = Int(unsafe call(&memory))
        guard count > 0, let memory = unsafe memory else { throw ErrorQueue.failure(action) }
        defer { unsafe authkeys_OPENSSL_clear_free(memory, count) }
        return SecretBytes(copying: unsafe Span(_unsafeElements: UnsafeBufferPointer(start: memory, count: count)))
    }
}

extension SecretBytes {
    /// As C takes a passphrase: characters and their count, without a final NUL.
    func withCharacters<Result>(_ body: (UnsafeBufferPointer<CChar>) -> Result) -> Result {
        withBytes { bytes in
            unsafe bytes.withUnsafeBytes { unsafe $0.withMemoryRebound(to: CChar.self) { unsafe body($0) } }
        }
    }
}
