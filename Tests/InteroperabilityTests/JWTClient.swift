import Foundation
import TestSupport
import Testing

/// An implementation of JWT that is not ours: signs, and verifies with all the checks that it has.
enum JWTClient: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case joseNode = "jose, Node build"
    case joseBrowser = "jose, browser build"
    case pyJWT = "PyJWT"
    case joserfc
    case golangJWT = "golang-jwt"
    case nodeCrypto = "Node's crypto"
    case openSSL = "openssl"

    /// What a client is asked: `Tests/Clients/jwt_*` and `Tests/Clients/golang-jwt`.
    struct Batch: Encodable, Sendable {
        struct Header: Codable, Hashable, Sendable {
            let alg: String
            var typ: String? = "JWT"
            var kid: String?
        }

        /// PEM.
        let publicKey: String
        /// PKCS#8.
        let privateKey: String
        let issuer: String
        let audience: String
        /// To be verified.
        var tokens: [String] = []
        /// The client signs ``claims`` once under each.
        var headers: [Header] = []
        /// JSON.
        var claims = "{}"
    }

    struct Answer: Decodable, Sendable {
        /// `nil` for a token that was refused.
        let claims: [Claims?]
        let tokens: [String]
    }

    struct Claims: Decodable, Hashable, Sendable {
        enum Audience: Decodable, Hashable, Sendable {
            case one(String)
            case several([String])

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let one = try? container.decode(String.self) {
                    self = .one(one)
                } else {
                    self = .several(try container.decode([String].self))
                }
            }
        }

        let iss: String
        let sub: String
        let aud: Audience
        let iat: Int
        let exp: Int
        let text: String?
    }

    var testDescription: String { rawValue }

    /// Whether it looks at more than the signature.
    var checksClaims: Bool { self != .nodeCrypto && self != .openSSL }

    func answer(_ batch: Batch) throws -> Answer {
        let client: Client
        switch self {
        case .joseNode: client = try .jose("jwt_jose.mjs", build: "node/esm")
        case .joseBrowser: client = try .jose("jwt_jose.mjs", build: "browser")
        case .pyJWT: client = .python("jwt_pyjwt.py")
        case .joserfc: client = .python("jwt_joserfc.py")
        case .golangJWT: client = Client("golang-jwt", package: "golang-github-golang-jwt-jwt-dev")
        case .nodeCrypto: client = .node("jwt_node.mjs", [])
        case .openSSL: return try OpenSSLTool.answer(batch)
        }
        let output = try client.output(input: Array(JSONEncoder().encode(batch)))
        return try JSONDecoder().decode(Answer.self, from: Data(output))
    }
}
