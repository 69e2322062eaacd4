import Foundation
import TestSupport
import Testing

/// An implementation of JWT that is not ours: verifies tokens with all the checks that it has.
enum JWTClient: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case joseNode = "jose, Node build"
    case joseBrowser = "jose, browser build"
    case pyJWT = "PyJWT"
    case joserfc

    struct Batch: Encodable, Sendable {
        /// PEM.
        let publicKey: String
        let issuer: String
        let audience: String
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

    /// `nil` for a token that it refuses.
    func claims(_ batch: Batch) throws -> [Claims?] {
        let client: Client =
            switch self {
            case .joseNode: try .jose("jwt_jose.mjs", build: "node/esm")
            case .joseBrowser: try .jose("jwt_jose.mjs", build: "browser")
            case .pyJWT: .python("jwt_pyjwt.py")
            case .joserfc: .python("jwt_joserfc.py")
            }
        let output = try client.output(input: Array(JSONEncoder().encode(batch)))
        return try JSONDecoder().decode([Claims?].self, from: Data(output))
    }
}
