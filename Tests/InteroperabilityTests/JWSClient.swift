import Foundation
import TestSupport
import Testing

/// An implementation of JWS that is not ours. Each runs once and answers for all keys.
enum JWSClient: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case openSSL = "openssl"
    case webCrypto = "WebCrypto"
    case joseNode = "jose, Node build"
    case joseBrowser = "jose, browser build"
    case pyJWT = "PyJWT"
    case joserfc

    var testDescription: String { rawValue }

    /// Whether it reads a private key in the one-line form; one that does not is given the lines back.
    var readsOneLine: Bool { self != .openSSL }

    func answer(for sample: KeyPairSample) throws -> JWSBatch.Answer.Key {
        let index = try #require(KeyPairSample.all.firstIndex(of: sample))
        return try answer.keys[index]
    }

    var answer: JWSBatch.Answer {
        get throws { try #require(Self.answers[self]).get() }
    }

    private static let answers = Dictionary(
        uniqueKeysWithValues: allCases.map { client in (client, Result { try client.run() }) })

    private func run() throws -> JWSBatch.Answer {
        let batch = try JWSBatch(for: self)
        let client: Client
        switch self {
        case .openSSL: return try OpenSSLTool.answer(batch)
        case .webCrypto: client = .node("jws_webcrypto.mjs", [])
        case .joseNode: client = try .jose("jws_jose.mjs", build: "node/esm")
        case .joseBrowser: client = try .jose("jws_jose.mjs", build: "browser")
        case .pyJWT: client = .python("jws_pyjwt.py")
        case .joserfc: client = .python("jws_joserfc.py")
        }
        let output = try client.output(input: Array(JSONEncoder().encode(batch)))
        return try JSONDecoder().decode(JWSBatch.Answer.self, from: Data(output))
    }
}

extension JWSBatch {
    fileprivate init(for client: JWSClient) throws {
        keys = try KeyPairSample.all.map { sample in
            let made = try sample.made
            let lines = [made.privateKeyInLines] + (made.privateKeyPEM.map { [$0] } ?? [])
            return Key(
                privateKeys: (client.readsOneLine ? [made.privateKey] : []) + lines,
                publicKey: try made.publicKeyPEM
                    ?? OpenSSLTool.output(["pkey", "-pubout"], input: made.privateKeyInLines),
                jwks: made.jwks, headers: [Header(), Header(kid: try made.keyID)],
                payload: SignedTokens.payload, tokens: try sample.tokens.all)
        }
        example = try JSONDecoder().decode(
            JWK.self, from: Data(Repository.text(of: "Fixtures/keys/rfc7638-3.1.jwk.json").utf8))
    }
}
