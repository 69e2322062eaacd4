internal import CAuthKeysOpenSSL
public import Encodings

/// The SHA-2 functions that RSA signatures and thumbprints use (FIPS 180-4).
public enum SHA2: Sendable, Hashable, CaseIterable {
    case sha256, sha384, sha512

    /// The length of the digest, in bytes.
    public var byteCount: Int {
        switch self {
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }

    /// - Throws: `crypto.failed`, when libcrypto has no such function left (a FIPS policy, out of memory).
    public func digest(_ bytes: Span<UInt8>) throws(AuthKeysError) -> [UInt8] {
        let algorithm = unsafe try algorithm
        var digest = [UInt8](repeating: 0, count: byteCount)
        try Libcrypto.check("compute a digest") {
            unsafe bytes.withUnsafeBufferPointer { input in
                unsafe digest.withUnsafeMutableBufferPointer { output in
                    unsafe EVP_Digest(input.baseAddress, input.count, output.baseAddress, nil, algorithm, nil)
                }
            }
        }
        return digest
    }

    /// Fetched once: looking it up for every digest takes longer than the digest of a short text.
    var algorithm: OpaquePointer {
        get throws(AuthKeysError) {
            let fetched =
                switch self {
                case .sha256: unsafe FetchedDigest.sha256
                case .sha384: unsafe FetchedDigest.sha384
                case .sha512: unsafe FetchedDigest.sha512
                }
            guard let fetched = unsafe fetched else { throw ErrorQueue.failure("find the hash function \(self)") }
            return unsafe fetched
        }
    }
}

/// Never freed: they are as old as the process.
private enum FetchedDigest {
    nonisolated(unsafe) static let sha256 = unsafe EVP_MD_fetch(nil, "SHA2-256", nil)
    nonisolated(unsafe) static let sha384 = unsafe EVP_MD_fetch(nil, "SHA2-384", nil)
    nonisolated(unsafe) static let sha512 = unsafe EVP_MD_fetch(nil, "SHA2-512", nil)
}
