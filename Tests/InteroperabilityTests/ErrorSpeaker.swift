import Foundation
import TestSupport
import Testing

/// A library that is really given what it refuses, and says so.
enum ErrorSpeaker: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case joseNode = "jose, Node build"
    case joseBrowser = "jose, browser build"
    case pyJWT = "PyJWT"
    case joserfc
    case node = "Node's crypto"
    case golangJWT = "golang-jwt"
    case openSSL = "openssl"

    var testDescription: String { rawValue }

    /// What each case has to be read as: codes, in their order.
    var expectations: [String: [String]] {
        switch self {
        case .joseNode, .joseBrowser:
            [
                "expired": ["jwt.expired"], "notYetValid": ["jwt.not-yet-valid"], "issuer": ["jwt.issuer"],
                "audience": ["jwt.audience"], "subject": ["jwt.claim-value"], "missingClaim": ["jwt.issuer"],
                "claimType": ["jwt.claim-type"], "type": ["jwt.type"], "tooOld": ["jwt.too-old"],
                "issuedInFuture": ["jwt.issued-in-future"], "signature": ["jws.signature"],
                "algorithm": ["jose.algorithm"],
                "malformed": ["jws.malformed"], "malformedHeader": ["jws.malformed"], "noKey": ["jwks.no-matching-key"],
                "manyKeys": ["jwks.ambiguous-key"], "malformedSet": ["jwks.malformed"],
                "privateText": ["consumer.key-text-refused"], "encryptedText": ["consumer.key-text-refused"],
                "publicText": ["keytext.wrong-label"], "shortKey": ["key.size"], "keyType": ["jwk.member"],
                "setAlgorithm": ["jose.algorithm"], "decryption": ["token.encrypted"], "claims": ["jwt.claims"],
            ]
        case .pyJWT:
            [
                "expired": ["jwt.expired"], "notYetValid": ["jwt.not-yet-valid"],
                "issuedInFuture": ["jwt.issued-in-future"], "issuer": ["jwt.issuer"], "audience": ["jwt.audience"],
                "missingClaim": ["jwt.missing-claim"], "claimType": ["jwt.claim-type"], "signature": ["jws.signature"],
                "algorithm": ["jose.algorithm"], "malformed": ["jws.malformed"], "malformedHeader": ["jws.malformed"],
                "unreadableKey": ["key.unrecognised"], "symmetric": ["library.symmetric-key"],
                "noKey": ["jwks.malformed"], "noKid": ["jwk.missing-kid"], "subject": ["jwt.claim-value"],
                "unreachable": ["library.remote-keys", "pipeline.unreachable"],
            ]
        case .joserfc:
            [
                "expired": ["jwt.expired"], "notYetValid": ["jwt.not-yet-valid"], "issuer": ["jwt.issuer"],
                "audience": ["jwt.audience"], "missingClaim": ["jwt.missing-claim"], "claimType": ["jwt.claim-type"],
                "signature": ["jws.signature"], "algorithm": ["jose.algorithm"], "malformed": ["jws.malformed"],
                "unknownKey": ["jwks.no-matching-key"], "subject": ["jwt.claim-value"],
            ]
        case .node:
            [
                "noStart": ["key.unrecognised"], "escaped": ["key.unrecognised"], "oneLine": ["key.unrecognised"],
                "empty": ["key.unrecognised"], "cut": ["key.unrecognised"], "damaged": ["key.unrecognised"],
                "wrongLabel": ["key.unrecognised"], "passphrase": ["encrypted.passphrase-needed"],
                "wrongPassphrase": ["encrypted.wrong-passphrase"], "kind": ["library.key-kind"],
                "notAKey": ["library.key-kind"], "jwk": ["jwk.member"], "webCrypto": ["key.malformed"],
            ]
        case .golangJWT:
            [
                "expired": ["jwt.expired"], "notYetValid": ["jwt.not-yet-valid"],
                "issuedInFuture": ["jwt.issued-in-future"], "signature": ["jws.signature"],
                "algorithm": ["jose.algorithm"], "malformed": ["jws.malformed"], "noKey": ["key.unrecognised"],
                "privateForPublic": ["keytext.wrong-label"], "pkcs1ForEC": ["key.pkcs1"],
                "cut": ["keytext.lost-characters"], "notDER": ["keytext.wrong-label"],
            ]
        case .openSSL:
            [
                "noStart": ["key.unrecognised"], "public": ["key.unrecognised"],
                "wrongPassphrase": ["encrypted.wrong-passphrase", "key.unrecognised"],
            ]
        }
    }

    /// What the library says, by case.
    func texts(_ batch: ErrorBatch) throws -> [String: String] {
        let input = Array(try JSONEncoder().encode(batch))
        func texts(_ client: Client) throws -> [String: String] {
            try JSONDecoder().decode([String: String].self, from: Data(client.output(input: input)))
        }
        switch self {
        case .joseNode: return try texts(.jose("errors_jose.mjs", build: "node/esm"))
        case .joseBrowser: return try texts(.jose("errors_jose.mjs", build: "browser"))
        case .pyJWT: return try texts(.python("errors_python.py", ["pyjwt"]))
        case .joserfc: return try texts(.python("errors_python.py", ["joserfc"]))
        case .node: return try texts(.node("errors_node.mjs", []))
        case .golangJWT:
            let names = [
                "expired", "notYetValid", "issuedInFuture", "signature", "algorithm", "malformed", "noKey",
                "privateForPublic", "pkcs1ForEC", "cut", "notDER",
            ]
            let client = Client("golang-jwt", package: "golang-github-golang-jwt-jwt-dev", ["errors"])
            let answers = try JSONDecoder().decode([String].self, from: Data(client.output(input: input)))
            return Dictionary(uniqueKeysWithValues: zip(names, answers))
        case .openSSL:
            func error(_ arguments: [String], _ text: String) throws -> String {
                try Client("openssl", package: "openssl").outcome(arguments, input: Array(text.utf8)).errorText
            }
            return [
                "noStart": try error(["pkey", "-noout"], "no key"),
                "public": try error(["pkey", "-noout"], batch.publicKey),
                "wrongPassphrase": try error(["pkey", "-noout", "-passin", "pass:other"], batch.encryptedKey),
            ]
        }
    }
}

/// Keys and tokens for an ``ErrorSpeaker``.
struct ErrorBatch: Encodable, Sendable {
    let privateKey: String
    let publicKey: String
    let strangerKey: String
    let encryptedKey: String
    let pkcs1Key: String
    let shortKey: String
    var issuer = "https://example.com"
    var audience = "convex"
    /// For golang-jwt, in the order of its cases.
    var tokens: [String] = []
}
