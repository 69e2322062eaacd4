import AuthKeysJOSE

/// A public key has one encoding, and its numbers are the whole of it.
enum PublicKeyProperty {
    static func check(_ input: [UInt8]) throws {
        let read = try accepted(input.count) { () throws(AuthKeysError) in
            try RSAPublicKey(derRepresentation: input.span)
        }
        guard let key = read else { return }
        try require(try key.derRepresentation == input, "a public key has one encoding")
        let again = try RSAPublicKey(n: key.n, e: key.e)
        try require(try again == key && again.derRepresentation == input, "the numbers are the whole key")
        try require(try RSAPublicKey(pemRepresentation: key.pemRepresentation) == key, "its PEM holds the same key")
        try require(RSAPublicKey.readableSizes.contains(key.keySizeInBits), "its size is one that is read")
        try require(try JWK(JWK(key).json).key == key, "its JWK holds the same key")
        try require(try key.thumbprint().utf8.count == 43, "its thumbprint is a SHA-256 digest")
        guard key.keySizeInBits <= 2048 else { return }
        let nothing: [UInt8] = []
        try require(!key.isValidSignature(nothing.span, for: input.span), "nothing is no signature")
        _ = key.isValidSignature(key.n.span, for: input.span)
    }
}
