import Foundation
import Testing

/// What a client is asked about all keys at once, and what it answers: `Tests/Clients/jws_client.*`.
struct JWSBatch: Encodable, Sendable {
    struct Key: Encodable, Sendable {
        /// Texts of one private key; the first signs.
        let privateKeys: [String]
        let publicKey: String
        let jwks: String
        /// The client signs ``payload`` once under each.
        let headers: [Header]
        let payload: String
        /// To be verified with the key of ``jwks`` that each selects.
        let tokens: [String]

        var onlyJWK: JWK {
            get throws {
                struct Set: Decodable { let keys: [JWK] }
                let keys = try JSONDecoder().decode(Set.self, from: Data(jwks.utf8)).keys
                try #require(keys.count == 1)
                return keys[0]
            }
        }
    }

    struct Header: Codable, Hashable, Sendable {
        var alg = "RS256"
        var kid: String?

        var json: Data {
            get throws { try JSONEncoder().encode(self) }
        }
    }

    struct JWK: Codable, Sendable {
        let kty: String
        let n: String
        let e: String
    }

    let keys: [Key]
    /// The key of RFC 7638 §3.1.
    let example: JWK

    struct Answer: Decodable, Sendable {
        struct Key: Decodable, Sendable {
            /// Thumbprints of what was read.
            let privateKeys: [String]
            let publicKey: String
            let jwk: String
            let tokens: [String]
            /// `nil` for a token that was refused.
            let payloads: [String?]
        }

        let keys: [Key]
        /// The thumbprint of ``JWSBatch/example``.
        let example: String
    }
}
