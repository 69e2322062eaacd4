import Foundation
import TestSupport
import Testing

/// A key that `openssl` made, as the tool writes it in every form. Written once for all tests.
struct WrittenKey: Sendable {
    static let sizes = [2048, 3072, 4096]
    static let passphrase = "correct horse, battery staple"
    /// A signing input (RFC 7515 §5.1), so that clients that only know tokens can sign it too.
    static let message = signingInput(#"{"sub":"u|s","iss":"https://example.invalid/é"}"#)
    static let otherMessage = signingInput(#"{"sub":"admin"}"#)

    /// By `openssl`.
    let thumbprint: String
    /// Of ``message``, by `openssl`, base64url. RS256 has one signature for a key and a message.
    let signature: String
    let bytes: [WrittenForm: [UInt8]]

    static func ofSize(_ bits: Int) throws -> Self {
        try #require(keys[bits]).get()
    }

    private static let keys = Dictionary(
        uniqueKeysWithValues: sizes.map { bits in (bits, Result { try WrittenKey(bits: bits) }) })

    private init(bits: Int) throws {
        (thumbprint, signature, bytes) = try withTemporaryFolder { folder in
            let source = folder.appending(path: "source.pem").path
            let passphrase = folder.appending(path: "passphrase")
            try Data((Self.passphrase + "\n").utf8).write(to: passphrase)
            let made = try OpenSSLTool.run(
                ["genpkey", "-quiet", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:\(bits)", "-out", source])
            guard made.succeeded else { throw Client.Failed("openssl genpkey", made) }
            var bytes: [WrittenForm: [UInt8]] = [:]
            for form in WrittenForm.allCases {
                let written = try Self.run(form.command(source, passphrase: passphrase.path))
                bytes[form] =
                    try form.style.map { try Self.run(["pem", "wrap", "-", "--style", $0, "--out", "-"], written) }
                    ?? written
            }
            return (
                try OpenSSLTool.thumbprint(of: ["-in", source]),
                Base64URLText.encode(Data(try OpenSSLTool.signature(of: Self.message, key: ["-sign", source]))), bytes
            )
        }
    }

    private static func run(_ arguments: [String], _ input: [UInt8]? = nil) throws -> [UInt8] {
        let outcome = try ChildProcess(Repository.commandBinary.path, arguments, environment: [:]).run(input: input)
        try #require(outcome.termination == .exited(0), "\(arguments): \(outcome.errorText)")
        return outcome.standardOutput
    }

    private static func signingInput(_ payload: String) -> String {
        Base64URLText.encode(Data(#"{"alg":"RS256"}"#.utf8)) + "." + Base64URLText.encode(Data(payload.utf8))
    }
}
