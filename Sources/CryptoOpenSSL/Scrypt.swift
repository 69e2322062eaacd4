internal import CAuthKeysOpenSSL
package import Encodings

/// Makes a key of a passphrase (RFC 7914).
package struct Scrypt: Sendable, Hashable {
    /// N: how much time and memory it takes; a power of two.
    package let cost: UInt64
    /// r: how large a block is.
    package let blockSize: UInt64
    /// p: how often it is done.
    package let parallelization: UInt64

    package init(cost: UInt64, blockSize: UInt64, parallelization: UInt64) {
        self.cost = cost
        self.blockSize = blockSize
        self.parallelization = parallelization
    }

    /// What it needs: 128 · r · (N + p) bytes; the largest number when that does not fit.
    package var memoryInBytes: UInt64 {
        let (blocks, overflowed) = cost.addingReportingOverflow(parallelization)
        let (product, overflowedToo) = blocks.multipliedReportingOverflow(by: 128)
        let (bytes, overflowedAgain) = product.multipliedReportingOverflow(by: blockSize)
        return overflowed || overflowedToo || overflowedAgain ? .max : bytes
    }

    /// - Throws: `crypto.failed`, also for parameters that scrypt does not have.
    package func key(
        of passphrase: SecretBytes, salt: Span<UInt8>, byteCount: Int
    ) throws(AuthKeysError) -> SecretBytes {
        var key = [UInt8](repeating: 0, count: byteCount)
        defer { unsafe key.withUnsafeMutableBytes { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) } }
        let limit = memoryInBytes &+ (1 << 20)
        try Libcrypto.check("make a key of a passphrase") {
            unsafe passphrase.withCharacters { characters in
                unsafe salt.withUnsafeBufferPointer { salt in
                    unsafe key.withUnsafeMutableBufferPointer { key in
                        unsafe EVP_PBE_scrypt(
                            characters.baseAddress, characters.count, salt.baseAddress, salt.count, cost, blockSize,
                            parallelization, limit, key.baseAddress, key.count)
                    }
                }
            }
        }
        return SecretBytes(copying: key.span)
    }
}
