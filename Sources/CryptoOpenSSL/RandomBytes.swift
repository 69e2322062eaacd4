internal import CAuthKeysOpenSSL
package import Encodings

/// libcrypto's generator of random bytes, fit for identifiers that nobody can guess.
package enum RandomBytes {
    /// - Throws: `crypto.failed`.
    package static func make(_ count: Int) throws(AuthKeysError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        try Libcrypto.check("make random bytes") {
            unsafe bytes.withUnsafeMutableBufferPointer { unsafe RAND_bytes($0.baseAddress, Int32(clamping: $0.count)) }
        }
        return bytes
    }
}
