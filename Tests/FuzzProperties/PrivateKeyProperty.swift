import Encodings
import KeyFormats

/// A private key has one encoding, and its public half is one that is read on its own.
enum PrivateKeyProperty {
    static func check(_ input: [UInt8]) throws {
        let read = try accepted(input.count) { () throws(AuthKeysError) in
            try RSAPrivateKey(pkcs8DERRepresentation: input.span)
        }
        guard let key = read else { return }
        try require(try key.pkcs8DERRepresentation().exposeSecret() == input, "a private key has one encoding")
        let pem = try key.pkcs8PEMRepresentation().exposeSecret()
        let again = try RSAPrivateKey(pemRepresentation: pem.span)
        try require(try again.pkcs8DERRepresentation().exposeSecret() == input, "its PEM holds the same key")
        try checkPublicHalf(of: key)
        try checkNumbers(of: key, input)
        try checkSigning(key, input)
    }

    private static func checkPublicHalf(of key: RSAPrivateKey) throws {
        let half = key.publicKey
        try require(try RSAPublicKey(n: half.n, e: half.e) == half, "the public half is read from its numbers")
        let der = try half.derRepresentation
        try require(try RSAPublicKey(derRepresentation: der.span) == half, "the public half is read from DER")
        try require(key.keySizeInBits == half.keySizeInBits, "both halves have one size")
    }

    private static func checkNumbers(of key: RSAPrivateKey, _ input: [UInt8]) throws {
        let read = try accepted(0) { () throws(AuthKeysError) in try key.numbers() }
        guard let numbers = read else { return }
        let again = try accepted(0) { () throws(AuthKeysError) in
            try RSAPrivateKey(numbers: numbers).pkcs8DERRepresentation().exposeSecret()
        }
        try require(again ?? input == input, "the numbers are the whole key")
    }

    private static func checkSigning(_ key: RSAPrivateKey, _ input: [UInt8]) throws {
        // Long ones take long, and their numbers need not agree.
        guard key.keySizeInBits <= 2048 else { return }
        let made = try accepted(0) { () throws(AuthKeysError) in try key.signature(for: input.span) }
        guard let signature = made else { return }
        try require(signature.count == key.publicKey.n.count, "a signature is as long as the modulus")
        _ = key.publicKey.isValidSignature(signature.span, for: input.span)
    }
}
