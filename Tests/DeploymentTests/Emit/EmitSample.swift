import AuthKeysJOSE
import Deployment
import Foundation
import TestSupport
import Testing

/// One key under a name, and what is written around it.
struct EmitSample: Sendable, CustomTestStringConvertible {
    let keyID: String
    let issuer: String

    var testDescription: String { "kid \(keyID.debugDescription), issuer \(issuer)" }

    static let privateKey: Result<RSAPrivateKey, any Error> = Result {
        let text = Array(try Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8)
        return try RSAPrivateKey(pemRepresentation: text.span)
    }

    func key() throws -> EmittedKey {
        let key = try Self.privateKey.get()
        return try EmittedKey(key, jwks: JWKSet([JWK(key.publicKey, keyID: KeyID(keyID))]))
    }

    func url() throws -> Issuer { try Issuer(issuer) }

    /// What the readers have to find.
    static func privateKeyLine() throws -> String {
        String(decoding: try privateKey.get().pkcs8PEMRepresentationOnOneLine().exposeSecret(), as: UTF8.self)
    }

    static let plain = Self(keyID: "k1", issuer: "https://auth.example.com")

    /// What each format gives a meaning to, somewhere.
    static let hostile: [Self] = [
        .init(keyID: "'", issuer: "https://h.example/'a'"),
        .init(keyID: "\"", issuer: "https://h.example/$HOME"),
        .init(keyID: "$(touch made)", issuer: "https://h.example/$(touch)"),
        .init(keyID: "`touch made`", issuer: "https://h.example/::add-mask::x"),
        .init(keyID: "${{ secrets.KEY }}", issuer: "https://h.example/$$(A)"),
        .init(keyID: "a\nJWT_PRIVATE_KEY=b\n", issuer: "https://h.example/a&b=c;d"),
        .init(keyID: "::set-output name=a::b", issuer: "https://h.example/%0A::error::"),
        .init(keyID: "a: b # c", issuer: "https://h.example/*anchor!tag"),
        .init(keyID: "\\n\\\\ \\", issuer: "https://[::1]:3211/a"),
        .init(keyID: "\u{0}\u{7F}\u{85}\u{2028}\u{202E}", issuer: "http://127.0.0.1:3211"),
        .init(keyID: "😀 é", issuer: "https://xn--bcher-kva.example"),
        .init(keyID: "", issuer: "https://h.example/!history"),
        .init(keyID: "{{ .Values.key }} %s {$VAR} </script>", issuer: "https://h.example/$&$$"),
    ]

    /// Kids of what shells, YAML, JSON, dotenv and runners read as syntax, in any order.
    static func random(_ count: Int, _ generator: inout SeededGenerator) -> [Self] {
        let pieces = [
            "'", "\"", "\\", "$", "${", "$(", "`", "}", ")", "{{", "}}", "::", "##[", "\n", "\r", "\t", "\0", "#", ":",
            "-",
            "?", "&", "*", "!", "|", ">", "%", "@", " ", "=", "EOF", "---", "\u{FEFF}", "\u{2028}", "é", "😀", "null",
            "~",
        ]
        let inURL = [
            "'", "$", "$(", ")", "::", "*", "!", "&", ";", "=", "@", "+", ",", "~", "%24", "a", "$$", "-", ".",
        ]
        return (0..<count).map { _ in
            let kid = (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
                pieces.randomElement(using: &generator)
            }
            let path = (0..<Int.random(in: 1...8, using: &generator)).compactMap { _ in
                inURL.randomElement(using: &generator)
            }
            return Self(keyID: kid.joined(), issuer: "https://h.example/\(path.joined())")
        }
    }
}

extension [EmittedFile] {
    func text(of name: String) throws -> String {
        guard let file = first(where: { $0.name == name }) else { throw CocoaError(.fileNoSuchFile) }
        return String(decoding: file.contents.exposeSecret(), as: UTF8.self)
    }
}
