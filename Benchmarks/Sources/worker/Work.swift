import AuthKeysJOSE

/// What `race.c` has every contestant do: distinct tokens, signed in turn by four keys, each of which its token names.
struct Work {
    static let keyCount = 4
    static let issuer = "https://auth.example.com"
    static let audience = "api"

    let tokens: [String]
    /// The claims of each token; the key is that of its number modulo four.
    let payloads: [JSONValue]
    let publicKeys: JWKSet
    let signers: [JWTSigning]
    let jwkTexts: [[UInt8]]
    let publicPEMs: [String]
    let privatePEMs: [[UInt8]]

    init(folder: String) throws {
        tokens = try Files.lines("\(folder)/tokens")
        payloads = try Files.lines("\(folder)/payloads").map { try JSON.parse($0, limits: .token) }
        let set = try Files.read("\(folder)/jwks.json")
        publicKeys = try JWKSet(parsing: set.span)
        jwkTexts = try (0..<Self.keyCount).map { try Files.read("\(folder)/jwk-\($0).json") }
        publicPEMs = try (0..<Self.keyCount).map { key in
            String(decoding: try Files.read("\(folder)/public-\(key).pem"), as: UTF8.self)
        }
        privatePEMs = try (0..<Self.keyCount).map { try Files.read("\(folder)/private-\($0).pem") }
        signers = try zip(privatePEMs, publicKeys.keys).map { pem, jwk in
            try JWTSigning(key: RSAPrivateKey(pemRepresentation: pem.span), keyID: jwk.keyID)
        }
    }
}
