import Foundation
import Testing

/// The texts of a key pair, taken apart without any of the readers that are under test.
struct KeyPairTexts: Sendable {
    /// The file or the output that holds both values.
    let values: String
    /// The value of `JWT_PRIVATE_KEY`, on one line.
    let privateKey: String
    /// The value of `JWKS`.
    let jwks: String
    /// What else was handed out, where it was.
    let privateKeyPEM: String?
    let publicKeyPEM: String?
    let jwksFile: String?

    init(folder: URL, format: KeyPairSample.Format) throws {
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let valuesName = try #require(names.first { $0.hasPrefix("convex.") || $0.hasPrefix("jwt.") })
        #expect(names == [".gitignore", valuesName, "jwks.json", "jwt_private_key.pem", "jwt_public.pem"].sorted())
        values = try text(valuesName)
        (privateKey, jwks) = try Self.parts(of: values, format)
        privateKeyPEM = try text("jwt_private_key.pem")
        publicKeyPEM = try text("jwt_public.pem")
        jwksFile = try text("jwks.json")
    }

    init(values: String, format: KeyPairSample.Format) throws {
        self.values = values
        (privateKey, jwks) = try Self.parts(of: values, format)
        let document = format == .json ? try JSONDecoder().decode(Document.self, from: Data(values.utf8)) : nil
        privateKeyPEM = document?.privateKey
        publicKeyPEM = document?.publicKey
        jwksFile = nil
    }

    var keyID: String {
        get throws {
            let set = try JSONDecoder().decode(KeySet.self, from: Data(jwks.utf8))
            return try #require(set.keys.first).kid
        }
    }

    /// The private key for readers of RFC 7468's strict form: a line end for every space between the two boundaries.
    var privateKeyInLines: String {
        let boundaries = ["-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----"]
        let body = boundaries.reduce(privateKey) { $0.replacingOccurrences(of: $1, with: "") }
        return boundaries[0] + body.replacingOccurrences(of: " ", with: "\n") + boundaries[1] + "\n"
    }

    private struct Document: Decodable {
        let privateKey: String
        let publicKey: String
        let environment: [String: String]
    }

    private struct KeySet: Decodable {
        struct Key: Decodable {
            let kid: String
        }

        let keys: [Key]
    }

    private static func parts(
        of values: String, _ format: KeyPairSample.Format
    ) throws -> (privateKey: String, jwks: String) {
        switch format {
        case .dotenv:
            let match = try #require(try /JWT_PRIVATE_KEY="([^"\n]+)"\nJWKS='([^'\n]+)'\n/.wholeMatch(in: values))
            return (String(match.1), String(match.2))
        case .json:
            let environment = try JSONDecoder().decode(Document.self, from: Data(values.utf8)).environment
            #expect(environment.keys.sorted() == ["JWKS", "JWT_PRIVATE_KEY"])
            return (try #require(environment["JWT_PRIVATE_KEY"]), try #require(environment["JWKS"]))
        }
    }
}
