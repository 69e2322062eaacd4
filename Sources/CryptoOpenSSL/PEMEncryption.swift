internal import CAuthKeysOpenSSL
package import Encodings

/// Undoes the encryption inside PEM that `openssl rsa -traditional -aes128` writes (RFC 1421 §4.6.1.1 and §4.6.1.3):
/// one round of MD5 over passphrase and salt, so it costs nothing to try, for a thief neither.
package enum PEMEncryption {
    /// - Parameters:
    ///   - contents: what the base64 text holds.
    ///   - informationHeader: the value of `DEK-Info`: the cipher and its initialisation vector.
    /// - Returns: the plaintext. One wrong passphrase in 256 yields some, and it is noise.
    /// - Throws: `encrypted.wrong-passphrase`, `encrypted.unsupported`, `encrypted.malformed`.
    package static func decrypt(
        _ contents: Span<UInt8>, informationHeader: String, passphrase: SecretBytes
    ) throws(AuthKeysError) -> SecretBytes {
        var cipher = unsafe EVP_CIPHER_INFO()
        var header = "Proc-Type: 4,ENCRYPTED\nDEK-Info: \(informationHeader)\n".utf8.map(CChar.init(bitPattern:)) + [0]
        ErrorQueue.clear()
        let isKnown = unsafe header.withUnsafeMutableBufferPointer { header in
            unsafe PEM_get_EVP_CIPHER_INFO(header.baseAddress, &cipher) == 1
        }
        guard isKnown else { throw DecryptionFailure.error() }
        let count = contents.count
        let lent = Passphrase(passphrase)
        var length = count
        // It decrypts in place: all of this memory is wiped, whatever it has become.
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(count, 1))
        defer {
            unsafe OPENSSL_cleanse(memory.baseAddress, memory.count)
            unsafe memory.deallocate()
        }
        unsafe memory.initialize(repeating: 0)
        for index in contents.indices { unsafe memory[index] = contents[index] }
        let isOpen = unsafe PEM_do_header(
            &cipher, memory.baseAddress, &length,
            { buffer, size, _, context in
                guard let buffer = unsafe buffer, let context = unsafe context else { return -1 }
                let lent = unsafe Unmanaged<Passphrase>.fromOpaque(context).takeUnretainedValue()
                return unsafe lent.copy(to: buffer, capacity: Int(size))
            }, Unmanaged.passUnretained(lent).toOpaque())
        guard isOpen == 1, (0...count).contains(length) else { throw DecryptionFailure.error() }
        return SecretBytes(copying: unsafe Span(_unsafeElements: UnsafeBufferPointer(rebasing: memory[..<length])))
    }

    /// What libcrypto's callback reaches through its one pointer; with a callback it never asks on the terminal.
    private final class Passphrase {
        private let bytes: SecretBytes

        init(_ bytes: SecretBytes) {
            self.bytes = bytes
        }

        /// - Returns: the count copied, -1 when there is no room.
        func copy(to buffer: UnsafeMutablePointer<CChar>, capacity: Int) -> Int32 {
            guard bytes.count <= capacity else { return -1 }
            bytes.withBytes { bytes in
                for index in bytes.indices { unsafe buffer[index] = CChar(bitPattern: bytes[index]) }
            }
            return Int32(bytes.count)
        }
    }
}
