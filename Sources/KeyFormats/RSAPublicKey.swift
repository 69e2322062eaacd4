public import CryptoOpenSSL
public import Encodings

/// An RSA public key. It is another type than ``RSAPrivateKey`` so that what is meant to be published cannot hold one.
public struct RSAPublicKey: Sendable, Hashable {
    /// The modulus, big-endian without leading zeros.
    public let n: [UInt8]
    /// The public exponent, big-endian without leading zeros.
    public let e: [UInt8]
    let handle: RSAPublicKeyHandle

    /// The moduli that are read, in bits. Verifiers narrow this; reading is wider, so that weak keys can be judged.
    public static let readableSizes = 512...16384

    static let label = "PUBLIC KEY"

    /// - Throws: `key.leading-zero`, `key.size`, `key.modulus`, `key.exponent`.
    public init(n: [UInt8], e: [UInt8]) throws(AuthKeysError) {
        try Self.check(n: n, e: e)
        self.n = n
        self.e = e
        handle = try RSAPublicKeyHandle(modulus: n, exponent: e)
    }

    init(_ handle: RSAPublicKeyHandle) throws(AuthKeysError) {
        n = try handle.modulus()
        e = try handle.exponent()
        try Self.check(n: n, e: e)
        self.handle = handle
    }

    private static func check(n: [UInt8], e: [UInt8]) throws(AuthKeysError) {
        guard n.first != 0, e.first != 0 else {
            throw AuthKeysError(
                KeyCode.leadingZero, "\(n.first == 0 ? "n" : "e") begins with a zero octet",
                hint: "write the number with as few octets as it needs (RFC 7518 §2)")
        }
        guard let first = n.first, let last = n.last else { throw unreadableSize(0) }
        let bits = n.count * 8 - first.leadingZeroBitCount
        guard readableSizes.contains(bits) else { throw unreadableSize(bits) }
        guard last & 1 == 1 else { throw AuthKeysError(KeyCode.modulus, "an even modulus", hint: copyAgain) }
        // Longer than n is larger than n; of equal length, the order of the octets is the order of the numbers.
        guard let lowest = e.last, lowest & 1 == 1, e != [1],
            e.count < n.count || (e.count == n.count && e.lexicographicallyPrecedes(n))
        else {
            throw AuthKeysError(
                KeyCode.exponent, "a public exponent that is even, below 3 or not below the modulus", hint: copyAgain)
        }
    }

    private static let copyAgain = "copy the key again from where it was made; if it is the same there, replace it"

    /// Reads the one DER encoding of a SubjectPublicKeyInfo.
    /// - Throws: `key.malformed`, `key.not-rsa`, `key.rsa-pss`, `key.non-canonical`, `pkcs8.missing-parameters`, or what
    ///   ``init(n:e:)`` throws.
    public init(derRepresentation der: Span<UInt8>) throws(AuthKeysError) {
        let info = try SubjectPublicKeyInfo(der)
        try PKCS8Code.refuse(info.requireRSA(der), in: SubjectPublicKeyInfo.name)
        try self.init(RSAPublicKeySyntax.handle(der.extracting(info.publicKey)))
    }

    /// Reads PEM labelled `PUBLIC KEY`.
    public init(pemRepresentation text: String, grammar: PEM.Grammar = .strict) throws(AuthKeysError) {
        let contents = try PEM.contents(text.utf8.span, label: Self.label, grammar: grammar)
        self = try contents.withBytes { der throws(AuthKeysError) in try RSAPublicKey(derRepresentation: der) }
    }

    /// The length of the modulus, in bits.
    public var keySizeInBits: Int { handle.bits }

    /// DER of a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), byte-equal to what `openssl pkey -pubout` writes.
    public var derRepresentation: [UInt8] {
        get throws(AuthKeysError) { try handle.subjectPublicKeyInfo() }
    }

    /// The canonical PEM of ``derRepresentation``, labelled `PUBLIC KEY`.
    public var pemRepresentation: String {
        get throws(AuthKeysError) {
            let der = try derRepresentation
            return PEM.encode(der.span, label: Self.label).withBytes { String(copyingASCII: $0) }
        }
    }

    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2) with the given hash.
    public func isValidSignature(_ signature: Span<UInt8>, for data: Span<UInt8>, hash: SHA2 = .sha256) -> Bool {
        // What cannot be verified is not valid.
        (try? handle.isValid(signature: signature, for: data, hash: hash)) ?? false
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.n == right.n && left.e == right.e
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(n)
        hasher.combine(e)
    }

    private static func unreadableSize(_ bits: Int) -> AuthKeysError {
        AuthKeysError(
            KeyCode.size,
            "a modulus of \(bits) bits where \(readableSizes.lowerBound) to \(readableSizes.upperBound) are read")
    }
}
