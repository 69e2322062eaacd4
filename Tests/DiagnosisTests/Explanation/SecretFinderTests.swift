import AuthKeysJOSE
import CryptoOpenSSL
import Diagnosis
import Encodings
import Foundation
import TestSupport
import Testing

/// Secrets in a log, in every form in which they get there.
struct SecretFinderTests {
    private static let now = NumericDate(secondsSince1970: 1_800_000_000)
    private static let privateKey = Result<RSAPrivateKey, any Error> { try RSAPrivateKey(keySize: .bits2048) }

    private static func pem() throws -> String {
        try privateKey.get().pkcs8PEMRepresentation().withBytes {
            String(decoding: [UInt8](copying: $0), as: UTF8.self)
        }
    }

    private static func token(expiring seconds: Int64) throws -> String {
        try JWTSigner(key: privateKey.get(), keyID: nil).sign(
            .object(["sub": .string("s"), "exp": .integer(now.secondsSince1970 + seconds)]))
    }

    /// `code line:column`, for each place.
    static func places(in log: String) -> [String] {
        var examination = LogExamination(now: now)
        // Small pieces, as from a pipe.
        let bytes = Array(log.utf8)
        for start in stride(from: 0, to: bytes.count, by: 7) {
            examination.take(bytes[start..<min(start + 7, bytes.count)].span)
        }
        return examination.finish().leaks.flatMap { leak in
            leak.places.map { "\($0.code.rawValue) \($0.line):\($0.column)" }
        }
    }

    @Test func findsAPrivateKeyInEveryForm() throws {
        let pem = try Self.pem()
        let lines = pem.split(separator: "\n")
        let base64 = Data(pem.utf8).base64EncodedString()
        let forms: [(name: String, text: String, place: String)] = [
            ("whole", pem, "1:1"),
            ("behind times", lines.map { "2026-11-29T10:00:00.1234567Z \($0)\n" }.joined(), "1:30"),
            ("spaces", "JWT_PRIVATE_KEY=\"\(lines.joined(separator: " "))\"", "1:18"),
            ("escaped", "{\"key\":\"\(lines.joined(separator: "\\n"))\"}", "1:9"),
            ("escaped twice", "\"{\\\"key\\\":\\\"\(lines.joined(separator: "\\\\n"))\\\"}\"", "1:13"),
            ("glued", "x\nKEY=\(lines.joined())", "2:5"),
            ("indented", lines.map { "    \($0)\n" }.joined(), "1:5"),
            ("CRLF", lines.joined(separator: "\r\n"), "1:1"),
            ("an option", "error: unknown option '\(pem)'", "1:24"),
            ("base64", "JWT_PRIVATE_KEY_BASE64=\(base64)", "1:24"),
            ("base64 in lines", "é \(Data(pem.utf8).base64EncodedString(options: [.lineLength76Characters]))", "1:3"),
            ("base64 twice", "JWT_PRIVATE_KEY_BASE64: \(Data(base64.utf8).base64EncodedString())", "1:25"),
            (
                "base64 of the body twice",
                "key: \(Data(lines.dropFirst().dropLast().joined().utf8).base64EncodedString())", "1:6"
            ),
            ("no boundaries", lines.dropFirst().dropLast().joined(separator: "\n"), "1:1"),
        ]
        for form in forms {
            #expect(Self.places(in: form.text) == ["leak.private-key \(form.place)"], "\(form.name)")
        }
    }

    /// What `docker compose logs --tail` shows of a key: its primes stand in its last lines.
    @Test(arguments: [4, 8, 20, 26])
    func findsTheEndOfAKey(count: Int) throws {
        let lines = try Self.pem().split(separator: "\n").suffix(count)
        #expect(Self.places(in: lines.joined(separator: "\n")) == (count > 4 ? ["leak.private-key 1:1"] : []))
        let log = lines.map { "backend-1  | \($0)\n" }.joined()
        #expect(Self.places(in: "x\n" + log) == (count > 4 ? ["leak.private-key 2:14"] : []))
        #expect(Self.places(in: "x\n" + log + log).count == (count > 4 ? 2 : 0))
    }

    @Test(arguments: [
        "--instance-secret ", "--instance-secret=", "instanceSecret: ", "INSTANCE_SECRET=\"", "instance_secret: ",
    ])
    func findsAnInstanceSecretUnderEveryName(name: String) {
        let log = "./convex-local-backend --instance-name x \(name)\(String(repeating: "0a1b2c3d", count: 8))"
        #expect(Self.places(in: log) == ["leak.instance-secret 1:\(42 + name.count)"])
    }

    /// The length of a key decides whether its base64 ends in padding.
    @Test(arguments: ["", "=", "=="])
    func findsAKeyOnOneLineWithAnyPadding(padding: String) {
        let body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC" + String(repeating: "Ab1+", count: 20)
        let log = "x\nKEY=-----BEGIN PRIVATE KEY-----\(body)\(padding)-----END PRIVATE KEY-----\n"
        #expect(Self.places(in: log + log) == ["leak.private-key 2:5", "leak.private-key 4:5"])
    }

    @Test func findsEverySecretOfALog() throws {
        let hex = String(repeating: "0a1b2c3d", count: 8)
        let d = String(repeating: "Zm9v", count: 20)
        let log = """
            \(try Self.pem())
            CONVEX_SELF_HOSTED_ADMIN_KEY='convex-self-hosted|01\(hex)'
            INSTANCE_SECRET=\(hex)
            deploy key prod:happy-animal-123|eyJ2MiI6I\(d)
            {"kty":"RSA","n":"\(d)","e":"AQAB","d":"\(d)","p":"\(d)","q":"\(d)"}
            authorization: Bearer \(try Self.token(expiring: 60))
            https://example.com/cb?token=\(try Self.token(expiring: -60))&x=1
            \(try Self.pem())
            """
        #expect(
            Self.places(in: log) == [
                "leak.instance-secret 31:17", "leak.admin-key 30:31", "leak.deploy-key 32:17", "leak.private-key 1:1",
                "leak.private-key 36:1", "leak.private-jwk 33:\(33 + d.count)", "leak.token 34:23",
                "leak.expired-token 35:30",
            ])
    }

    @Test func anEncryptedKeyIsOne() throws {
        let body = "MIIFJDBWBgkqhkiG9w0BBQ0wSTAxBgkqhkiG9w0BBQwwJAQQ" + String(repeating: "A", count: 80)
        #expect(
            Self.places(in: "-----BEGIN ENCRYPTED PRIVATE KEY-----\n\(body)\n-----END ENCRYPTED PRIVATE KEY-----")
                == ["leak.encrypted-key 1:1"])
        #expect(
            Self.places(
                in: "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n\(body)")
                == ["leak.encrypted-key 1:1"])
    }

    static let harmless: [String] = [
        "error: unknown option '-----BEGIN PRIVATE KEY-----'",
        // git log --format='%an|%H': digests of 40 and 64 digits.
        "A U Thor|da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "sum|e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "-----BEGIN PRIVATE KEY-----\n***\n-----END PRIVATE KEY-----",
        "commit 0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d", "eyJhbGciOiJSUzI1NiJ9", "eyJhbGciOiJSUzI1NiJ9.e30.",
        "eyJhbGciOiJSUzI1NiJ9.e30.…", "sha512-" + String(repeating: "MIIE", count: 22), "name|value", "a | b",
        "{\"d\":\"short\"}",
        "INSTANCE_SECRET=***", "INSTANCE_SECRET is not set", "",
        // The end of a certificate, lines of digests, and an END line alone.
        String(repeating: String(repeating: "Ab1+", count: 16) + "\n", count: 8) + "-----END CERTIFICATE-----",
        String(repeating: String(repeating: "Ab1+", count: 16) + "\n", count: 8) + "-----END PUBLIC KEY-----",
        String(repeating: String(repeating: "0a1b", count: 16) + "  file\n", count: 8), "-----END PRIVATE KEY-----",
        "TFMwdExTMUNSVWRKVGlC", "--instance-secret ***",
    ]

    @Test(arguments: harmless)
    func findsNothingWhereThereIsNone(text: String) {
        #expect(Self.places(in: text) == [])
    }

    @Test func aPublicKeyIsNone() throws {
        let key = try Self.privateKey.get().publicKey
        let set = try JWKSet([JWK(key, keyID: key.thumbprint())]).json.compactJSON
        let pem = try key.pemRepresentation
        #expect(Self.places(in: pem + set + Data(pem.utf8).base64EncodedString()) == [])
    }

    /// In whatever pieces it comes, and nothing of it is in what is said.
    @Test func isNeverRepeated() throws {
        let secret = try Self.pem().split(separator: "\n").dropFirst().dropLast().map(String.init)
        let token = try Self.token(expiring: 3600)
        let log = "\(try Self.pem())\n\(token)\nCould not verify OIDC token claim \(token)"
        let explanation = LogExamination.explanation(of: log, now: Self.now)
        let said =
            ExplanationText.lines(explanation, showsPlaces: true).joined()
            + ExplanationJSON.json(explanation).compactJSON + String(reflecting: explanation)
        for part in secret + token.split(separator: ".").map(String.init) { #expect(!said.contains(part)) }
        #expect(explanation.holdsLiveSecret)
    }
}
