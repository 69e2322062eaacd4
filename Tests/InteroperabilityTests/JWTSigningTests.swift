import Foundation
import TestSupport
import Testing

/// Tokens that `authkeys jwt sign` makes, verified by others with every check that they have.
@Suite struct JWTSigningTests {
    struct Sample: Sendable {
        let arguments: [String]
        /// The digest of `openssl dgst`.
        let digest: String
        let isGood: Bool

        init(_ digest: String, _ arguments: [String], isGood: Bool = true) {
            self.digest = digest
            self.arguments = arguments
            self.isGood = isGood
        }
    }

    static let samples =
        [("sha256", "RS256"), ("sha384", "RS384"), ("sha512", "RS512")].flatMap { digest, algorithm in
            [[], ["--no-kid"], ["--kid", "k~1"]].map { Sample(digest, ["--algorithm", algorithm] + $0) }
        } + [
            Sample("sha256", ["--profile", "convex-auth"]),
            Sample("sha256", ["--claim", #"text="é\"\\\u2028😀""#]),
            Sample("sha256", ["--jwt-id", "auto", "--not-before=-5m", "--expires-in", "P1D"]),
            Sample("sha256", ["--audience", "convex", "--audience", "other"]),
            Sample("sha256", ["--expires-in=-10m"], isGood: false),
            Sample("sha256", ["--not-before", "+10m"], isGood: false),
            Sample("sha256", ["--audience", "other"], isGood: false),
        ]

    private struct Signed: Sendable {
        let publicKey: String
        let tokens: [String]
    }

    /// Made once, with a key that `openssl` made.
    private static let signed = Result { () throws -> Signed in
        let key = try OpenSSLTool.output(["genrsa", "2048"], input: "")
        let tokens = try samples.map { sample in
            let hasAudience = sample.arguments.contains("--audience") || sample.arguments.contains("convex-auth")
            let command = ChildProcess(
                Repository.commandBinary.path,
                ["jwt", "sign", "--key", "-", "--issuer", "https://example.com", "--subject", "u|s"]
                    + (hasAudience ? [] : ["--audience", "convex"]) + sample.arguments, environment: [:])
            let outcome = try command.run(input: Array(key.utf8))
            try #require(outcome.succeeded, "\(outcome.errorText)")
            return String(outcome.outputText.dropLast())
        }
        return Signed(publicKey: try OpenSSLTool.output(["pkey", "-pubout"], input: key), tokens: tokens)
    }

    @Test(arguments: JWTClient.allCases)
    func verifies_there(client: JWTClient) throws {
        let signed = try Self.signed.get()
        let batch = JWTClient.Batch(
            publicKey: signed.publicKey, issuer: "https://example.com", audience: "convex", tokens: signed.tokens)
        let claims = try client.claims(batch)
        #expect(claims.count == Self.samples.count)
        for (sample, claims) in zip(Self.samples, claims) {
            #expect((claims != nil) == sample.isGood, "\(sample.arguments)")
            guard let claims else { continue }
            #expect(claims.iss == "https://example.com")
            #expect(claims.sub == "u|s")
            #expect(
                claims.aud == (sample.arguments.contains("other") ? .several(["convex", "other"]) : .one("convex")))
            #expect(claims.exp - claims.iat == (sample.arguments.contains("P1D") ? 86_400 : 3_600))
            let hasText = sample.arguments.contains { $0.hasPrefix("text=") }
            #expect(claims.text == (hasText ? "é\"\\\u{2028}😀" : nil))
        }
        // Another key, and another issuer.
        let other = try OpenSSLTool.output(["genrsa", "2048"], input: "")
        let strange = JWTClient.Batch(
            publicKey: try OpenSSLTool.output(["pkey", "-pubout"], input: other), issuer: batch.issuer,
            audience: batch.audience, tokens: signed.tokens)
        #expect(try client.claims(strange).allSatisfy { $0 == nil })
    }

    @Test func openssl_finds_every_signature_good() throws {
        let signed = try Self.signed.get()
        try withTemporaryFolder { folder in
            let key = folder.appending(path: "public.pem")
            let signature = folder.appending(path: "signature")
            try signed.publicKey.write(to: key, atomically: false, encoding: .utf8)
            for (sample, token) in zip(Self.samples, signed.tokens) {
                let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                try Base64URLText.decode(parts[2]).write(to: signature)
                let outcome = try OpenSSLTool.run(
                    ["dgst", "-\(sample.digest)", "-verify", key.path, "-signature", signature.path],
                    input: Array("\(parts[0]).\(parts[1])".utf8))
                #expect(outcome.succeeded, "\(sample.arguments): \(outcome.errorText)")
            }
        }
    }
}
