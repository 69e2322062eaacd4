internal import AuthKeysJOSE
internal import Encodings

/// What `biscuit` can read as a JWK. It reads a set at once, so one entry that it cannot read costs all of them.
enum BiscuitKeySet {
    static let isReadable: @Sendable (JSONValue) -> Bool = { key in
        guard let type = key.last("kty")?.string, let numbers = numbers[type] else { return false }
        if let algorithm = key.last("alg") {
            guard let name = algorithm.string, algorithms.contains(name) else { return false }
        }
        for name in ["use", "kid"] where key.last(name) != nil && key.last(name)?.string == nil { return false }
        if ["EC", "OKP"].contains(type), !curves.contains(key.last("crv")?.string ?? "") { return false }
        return numbers.allSatisfy { name in
            guard let text = key.last(name)?.string else { return false }
            return (try? Base64URL.decode(text)) != nil
        }
    }

    /// The members that each type must have, base64url without padding.
    private static let numbers: [String: [String]] = [
        "RSA": ["n", "e"], "EC": ["x", "y"], "OKP": ["x"], "oct": ["k"],
    ]

    private static let curves: Set<String> = ["P-256", "P-384", "P-521", "Ed25519", "Ed448"]

    /// RFC 7518 §3.1, §4.1 and §5.1; `EdDSA` is of a later RFC (8037).
    private static let algorithms: Set<String> = [
        "none", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384",
        "PS512", "RSA1_5", "RSA-OAEP", "RSA-OAEP-256", "A128KW", "A192KW", "A256KW", "dir", "ECDH-ES",
        "ECDH-ES+A128KW", "ECDH-ES+A192KW", "ECDH-ES+A256KW", "A128GCMKW", "A192GCMKW", "A256GCMKW",
        "PBES2-HS256+A128KW", "PBES2-HS384+A192KW", "PBES2-HS512+A256KW", "A128CBC-HS256", "A192CBC-HS384",
        "A256CBC-HS512", "A128GCM", "A192GCM", "A256GCM",
    ]
}
