internal import Encodings

/// How an encrypted key turns a passphrase into a cipher's key. The file chooses the cost, so it is checked before any
/// of it is spent.
enum KeyDerivation: Sendable, Hashable {
    /// PBKDF2 (RFC 8018 §5.2).
    case pbkdf2(function: String, iterations: Int)
    /// RFC 7914 §2.
    case scrypt(cost: Int, blockSize: Int, parallelization: Int)
    /// PBKDF1 (RFC 8018 §5.1), or that of PKCS#12 (RFC 7292 B.2).
    case iterated(Int)
    /// One round of MD5 (RFC 1421 encryption as OpenSSL does it).
    case single

    /// A few seconds of PBKDF2; nobody writes a tenth of it.
    static let maximumIterations = 10_000_000
    /// In bytes. OpenSSL writes 16 MiB; it may have a lower limit of its own (`SCRYPT_MAX_MEM`, 32 MiB in OpenSSL 3).
    static let maximumScryptMemory = 64 << 20
    /// N · r · p. OpenSSL writes 2^17, and this takes 64 times as long.
    static let maximumScryptWork = 1 << 23

    /// - Throws: `encrypted.too-many-iterations`, `encrypted.scrypt-too-large`, `encrypted.malformed`.
    func requireAffordable() throws(AuthKeysError) {
        switch self {
        case .pbkdf2(_, let iterations), .iterated(let iterations): try Self.requireAffordable(iterations)
        case .scrypt(let cost, let blockSize, let parallelization):
            try Self.requireAffordable(cost, blockSize, parallelization)
        case .single: break
        }
    }

    private static func requireAffordable(_ iterations: Int) throws(AuthKeysError) {
        guard iterations > 0 else {
            throw AuthKeysError(EncryptedKeyCode.malformed, "an encrypted key with 0 iterations")
        }
        guard iterations <= maximumIterations else {
            let count = iterations == .max ? "more than 2^56" : "\(iterations)"
            throw AuthKeysError(
                EncryptedKeyCode.tooManyIterations,
                "a key encrypted with \(count) iterations, where at most \(maximumIterations) are computed",
                hint: rewrite)
        }
    }

    private static func requireAffordable(
        _ cost: Int, _ blockSize: Int, _ parallelization: Int
    ) throws(AuthKeysError) {
        // 128 · r · N for the table and 128 · r · p for the blocks.
        let (rows, rowsOverflow) = cost.addingReportingOverflow(parallelization)
        let (memory, memoryOverflow) = rows.multipliedReportingOverflow(by: blockSize)
        guard !rowsOverflow, !memoryOverflow, memory <= maximumScryptMemory / 128 else {
            throw tooLarge("more than \(maximumScryptMemory >> 20) MiB of memory", cost, blockSize, parallelization)
        }
        // Neither factor exceeds 2^19 here.
        guard cost * blockSize * parallelization <= maximumScryptWork else {
            throw tooLarge("more work than is spent on a file", cost, blockSize, parallelization)
        }
        guard cost > 1, cost & (cost - 1) == 0, blockSize > 0, parallelization > 0 else {
            throw AuthKeysError(
                EncryptedKeyCode.malformed,
                "scrypt with N = \(cost), r = \(blockSize), p = \(parallelization), where N is a power of two and all "
                    + "are above 0")
        }
    }

    private static func tooLarge(
        _ excess: String, _ cost: Int, _ blockSize: Int, _ parallelization: Int
    ) -> AuthKeysError {
        AuthKeysError(
            EncryptedKeyCode.scryptTooLarge,
            "a key encrypted by scrypt with N = \(cost), r = \(blockSize), p = \(parallelization): \(excess)",
            hint: rewrite)
    }

    private static let rewrite =
        "if the file is to be trusted: openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 600000 -in OLD.pem -out NEW.pem"
}
