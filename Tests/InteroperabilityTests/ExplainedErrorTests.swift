import AuthKeysJOSE
import Diagnosis
import Encodings
import Foundation
import TestSupport
import Testing

/// `authkeys explain` on what real libraries say when they are really given what they refuse.
struct ExplainedErrorTests {
    private static let batch = Result { () throws -> ErrorBatch in
        func key(_ bits: Int) throws -> String { try OpenSSLTool.output(["genrsa", "\(bits)"], input: "") }
        let privateKey = try key(2048)
        var batch = ErrorBatch(
            privateKey: privateKey, publicKey: try OpenSSLTool.output(["pkey", "-pubout"], input: privateKey),
            strangerKey: try OpenSSLTool.output(["pkey", "-pubout"], input: key(2048)),
            encryptedKey: try OpenSSLTool.output(["pkcs8", "-topk8", "-passout", "pass:secret"], input: privateKey),
            pkcs1Key: try OpenSSLTool.output(["pkey", "-traditional"], input: privateKey), shortKey: try key(1024))
        let signer = try JWTSigner(key: RSAPrivateKey(pemRepresentation: privateKey.utf8.span), keyID: nil)
        let stranger = try JWTSigner(key: RSAPrivateKey(keySize: .bits2048), keyID: nil)
        let now = Int64(Date().timeIntervalSince1970)
        batch.tokens = [
            try signer.sign(.object(["exp": .integer(now - 600)])),
            try signer.sign(.object(["nbf": .integer(now + 600)])),
            try signer.sign(.object(["iat": .integer(now + 600)])), try stranger.sign(.object(["sub": .string("s")])),
            // {"alg":"HS256"}
            "eyJhbGciOiJIUzI1NiJ9.e30.AAAA", "abc",
        ]
        return batch
    }

    @Test(arguments: ErrorSpeaker.allCases)
    func isExplained(speaker: ErrorSpeaker) throws {
        let texts = try speaker.texts(Self.batch.get())
        let expectations = speaker.expectations
        #expect(texts.keys.sorted() == expectations.keys.sorted())
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            let found = LogExamination.explanation(of: text, now: NumericDate(secondsSince1970: 1_800_000_000))
            #expect(found.diagnoses.map(\.trouble.code.rawValue) == expectations[name], "\(name): \(text)")
        }
    }

    /// The texts of a current jose, as it was asked when its answers were recorded.
    @Test func theRecordedTextsOfJoseAreExplained() throws {
        let json = try JSON.parse(Repository.text(of: "Fixtures/jose/6.2.10.json"), limits: .keySet)
        let members = ["tokens", "keytext"].flatMap { json[$0]?.members ?? [] }
        let texts = Set(members.compactMap { (member: JSONMember) in member.value.string }).subtracting(["accepted"])
        #expect(texts.count > 20)
        for text in texts.sorted() {
            let found = LogExamination.explanation(of: text, now: NumericDate(secondsSince1970: 1_800_000_000))
            #expect(!found.diagnoses.isEmpty, "\(text)")
        }
    }
}
