import Foundation
import TestSupport
import Testing

/// A program that reads keys and is not ours. Each runs once for all forms of a key.
enum KeyFormReader: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case openSSL = "openssl"
    case nodeCrypto = "Node's crypto"
    case webCrypto = "WebCrypto"
    case joseNode = "jose, Node build"
    case joseBrowser = "jose, browser build"
    case cryptography
    case pyJWT = "PyJWT"
    case joserfc
    case latchset = "latchset jose"

    var testDescription: String { rawValue }

    /// What it reads by itself.
    var forms: [WrittenForm] {
        switch self {
        case .openSSL: WrittenForm.asn1
        case .nodeCrypto: WrittenForm.asn1 + WrittenForm.json + [.pkcs8Escaped, .pkcs8Base64]
        case .webCrypto:
            WrittenForm.json + WrittenForm.wrapped + [.pkcs8PEM, .pkcs8DER, .spkiPEM, .spkiDER, .spkiSpaces]
        case .joseNode, .joseBrowser: WrittenForm.json + WrittenForm.wrapped + [.pkcs8PEM, .spkiPEM, .spkiSpaces]
        case .cryptography: WrittenForm.asn1 + WrittenForm.wrapped + [.spkiSpaces]
        case .pyJWT, .latchset: WrittenForm.json
        case .joserfc: WrittenForm.asn1 + WrittenForm.json
        }
    }

    /// What it made of one form.
    struct Reading: Decodable, Sendable {
        var thumbprint: String?
        /// Of the message, by a private key, base64url.
        var signature: String?
        /// Whether a public key takes the signature for the message, and whether it takes it for another.
        var verifies: Bool?
        var verifiesOther: Bool?
        /// Why it did not read the key.
        var refusal: String?
    }

    /// The reading of one form, opened with the right passphrase where it needs one.
    func reading(of form: WrittenForm, bits: Int) throws -> Reading {
        try reading(KeyFormBatch.Item(form: form, bits: bits, hasOtherPassphrase: false))
    }

    /// The reading of an encrypted form with another passphrase.
    func readingWithOtherPassphrase(of form: WrittenForm, bits: Int) throws -> Reading {
        try reading(KeyFormBatch.Item(form: form, bits: bits, hasOtherPassphrase: true))
    }

    private func reading(_ item: KeyFormBatch.Item) throws -> Reading {
        let index = try #require(KeyFormBatch.items(of: forms).firstIndex(of: item))
        return try #require(Self.answers[self]).get()[index]
    }

    private static let answers = Dictionary(
        uniqueKeysWithValues: allCases.map { reader in (reader, Result { try reader.answer() }) })

    private func answer() throws -> [Reading] {
        let batch = try KeyFormBatch(forms)
        let client: Client
        switch self {
        case .openSSL: return try OpenSSLTool.answer(batch)
        case .latchset: return try LatchsetTool.answer(batch)
        case .nodeCrypto: client = .node("keys_node.mjs", [])
        case .webCrypto: client = .node("keys_webcrypto.mjs", [])
        case .joseNode: client = try .jose("keys_jose.mjs", build: "node/esm")
        case .joseBrowser: client = try .jose("keys_jose.mjs", build: "browser")
        case .cryptography: client = .python("keys_cryptography.py")
        case .pyJWT: client = .python("keys_pyjwt.py")
        case .joserfc: client = .python("keys_joserfc.py")
        }
        let output = try client.output(input: Array(JSONEncoder().encode(batch)))
        let readings = try JSONDecoder().decode([Reading].self, from: Data(output))
        try #require(readings.count == batch.keys.count)
        return readings
    }
}
