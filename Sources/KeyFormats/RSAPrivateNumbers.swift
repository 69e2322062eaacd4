public import CryptoOpenSSL
public import Encodings

/// The numbers of an RSA private key (RFC 8017 §3.2), each big-endian without leading zeros. They need not agree: that
/// is for whoever judges them.
public struct RSAPrivateNumbers: Sendable {
    public let n: [UInt8]
    public let e: [UInt8]
    public let d: SecretBytes
    public let p: SecretBytes
    public let q: SecretBytes
    /// d mod (p - 1).
    public let dp: SecretBytes
    /// d mod (q - 1).
    public let dq: SecretBytes
    /// The inverse of q mod p.
    public let qi: SecretBytes

    public init(
        n: [UInt8], e: [UInt8], d: SecretBytes, p: SecretBytes, q: SecretBytes, dp: SecretBytes, dq: SecretBytes,
        qi: SecretBytes
    ) {
        self.n = n
        self.e = e
        self.d = d
        self.p = p
        self.q = q
        self.dp = dp
        self.dq = dq
        self.qi = qi
    }
}

extension RSAPrivateKey {
    /// - Throws: `crypto.failed`, also for a key that came without its primes.
    public func numbers() throws(AuthKeysError) -> RSAPrivateNumbers {
        RSAPrivateNumbers(
            n: publicKey.n, e: publicKey.e, d: try handle.secretNumber(.d), p: try handle.secretNumber(.p),
            q: try handle.secretNumber(.q), dp: try handle.secretNumber(.dp), dq: try handle.secretNumber(.dq),
            qi: try handle.secretNumber(.qi))
    }

    /// Takes the numbers as they are: whether they agree is not checked here.
    /// - Throws: `crypto.failed`, or what ``RSAPublicKey/init(n:e:)`` throws.
    public init(numbers: RSAPrivateNumbers) throws(AuthKeysError) {
        _ = try RSAPublicKey(n: numbers.n, e: numbers.e)
        try self.init(
            RSAPrivateKeyHandle(
                modulus: numbers.n, exponent: numbers.e,
                secrets: [
                    (.d, numbers.d), (.p, numbers.p), (.q, numbers.q), (.dp, numbers.dp), (.dq, numbers.dq),
                    (.qi, numbers.qi),
                ]))
    }
}
