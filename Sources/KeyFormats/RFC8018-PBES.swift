internal import Encodings

/// Reads the parameters of password-based encryption (RFC 8018 A, RFC 7914 §7, RFC 7292 C), so that their cost is known
/// before libcrypto is asked to pay it.
enum PBES {
    /// - Throws: `encrypted.unsupported`, `encrypted.malformed`; a `der.…` code.
    static func scheme(_ identifier: AlgorithmIdentifier, _ der: Span<UInt8>) throws(AuthKeysError)
        -> KeyEncryptionScheme
    {
        if identifier.algorithm == .pbes2 { return try pbes2(identifier, der) }
        guard ObjectIdentifier.passwordBasedSchemes.contains(identifier.algorithm) else {
            throw unsupported(identifier)
        }
        // PBEParameter ::= SEQUENCE { salt OCTET STRING, iterationCount INTEGER }
        var members = try members(of: identifier, der)
        _ = try members.next(.octetString, der)
        let iterations = try members.nextCount(der)
        try members.requireEnd()
        return KeyEncryptionScheme("\(identifier.algorithm)", .iterated(iterations))
    }

    /// `PBES2-params ::= SEQUENCE { keyDerivationFunc AlgorithmIdentifier, encryptionScheme AlgorithmIdentifier }`
    private static func pbes2(
        _ identifier: AlgorithmIdentifier, _ der: Span<UInt8>
    ) throws(AuthKeysError) -> KeyEncryptionScheme {
        var members = try members(of: identifier, der)
        let function = try AlgorithmIdentifier(&members, der)
        let cipher = try AlgorithmIdentifier(&members, der)
        try members.requireEnd()
        let derivation: KeyDerivation
        switch function.algorithm {
        case .pbkdf2: derivation = try pbkdf2(function, der)
        case .scrypt: derivation = try scrypt(function, der)
        default: throw unsupported(function)
        }
        return KeyEncryptionScheme("PBES2", derivation, cipher: "\(cipher.algorithm)")
    }

    /// `PBKDF2-params ::= SEQUENCE { salt CHOICE { OCTET STRING, … }, iterationCount INTEGER, keyLength INTEGER OPTIONAL,
    /// prf AlgorithmIdentifier DEFAULT hmacWithSHA1 }`
    private static func pbkdf2(
        _ function: AlgorithmIdentifier, _ der: Span<UInt8>
    ) throws(AuthKeysError) -> KeyDerivation {
        var members = try members(of: function, der)
        _ = try members.next(.octetString, der)
        let iterations = try members.nextCount(der)
        try keyLength(&members, der)
        let prf = members.isAtEnd ? nil : try AlgorithmIdentifier(&members, der)
        if let parameters = prf?.parameters, parameters.tag != .null || !parameters.contents.isEmpty {
            throw AuthKeysError(EncryptedKeyCode.malformed, "PBKDF2 of a function with parameters other than NULL")
        }
        try members.requireEnd()
        return .pbkdf2(function: "\(prf?.algorithm ?? .hmacWithSHA1)", iterations: iterations)
    }

    /// `scrypt-params ::= SEQUENCE { salt OCTET STRING, costParameter INTEGER, blockSize INTEGER,
    /// parallelizationParameter INTEGER, keyLength INTEGER OPTIONAL }`
    private static func scrypt(
        _ function: AlgorithmIdentifier, _ der: Span<UInt8>
    ) throws(AuthKeysError) -> KeyDerivation {
        var members = try members(of: function, der)
        _ = try members.next(.octetString, der)
        let cost = try members.nextCount(der)
        let blockSize = try members.nextCount(der)
        let parallelization = try members.nextCount(der)
        try keyLength(&members, der)
        try members.requireEnd()
        return .scrypt(cost: cost, blockSize: blockSize, parallelization: parallelization)
    }

    /// No cipher has a key above 64 bytes, and PBKDF2 costs as much again for each digest's length of key.
    private static func keyLength(_ members: inout DERReader, _ der: Span<UInt8>) throws(AuthKeysError) {
        var lookahead = members
        guard try lookahead.nextIfPresent(.integer, der) != nil else { return }
        let length = try members.nextCount(der)
        guard (1...64).contains(length) else {
            throw AuthKeysError(
                EncryptedKeyCode.malformed, "an encrypted key that asks for a cipher's key of \(length.counted("byte"))"
            )
        }
    }

    private static func members(
        of identifier: AlgorithmIdentifier, _ der: Span<UInt8>
    ) throws(AuthKeysError) -> DERReader {
        guard let parameters = identifier.parameters, parameters.tag == .sequence else {
            throw AuthKeysError(
                EncryptedKeyCode.malformed, "\(identifier.algorithm) without the parameters it needs",
                at: SourceLocation(byteOffset: identifier.range.lowerBound))
        }
        return DERReader(parameters.contents)
    }

    private static func unsupported(_ identifier: AlgorithmIdentifier) -> AuthKeysError {
        AuthKeysError(
            EncryptedKeyCode.unsupported, "a key encrypted by \(identifier.algorithm), which is not read here",
            hint: "openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD.pem -out NEW.pem encrypts it by PBES2")
    }
}
