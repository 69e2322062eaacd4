import Foundation
import TestSupport
import Testing

/// Tokens that `authkeys jwt sign` makes, verified by others with every check that they have.
@Suite struct JWTSigningTests {
    struct Sample: Sendable {
        let arguments: [String]
        /// Whether there is nothing to refuse besides the signature.
        let isGood: Bool

        init(_ arguments: [String], isGood: Bool = true) {
            self.arguments = arguments
            self.isGood = isGood
        }
    }

    static let samples =
        ["RS256", "RS384", "RS512"].flatMap { algorithm in
            [[], ["--no-kid"], ["--kid", "k~1"]].map { Sample(["--algorithm", algorithm] + $0) }
        } + [
            Sample(["--profile", "convex-auth"]),
            Sample(["--claim", #"text="é\"\\\u2028😀""#]),
            Sample(["--jwt-id", "auto", "--not-before=-5m", "--expires-in", "P1D"]),
            Sample(["--audience", "convex", "--audience", "other"]),
            Sample(["--expires-in=-10m"], isGood: false),
            Sample(["--not-before", "+10m"], isGood: false),
            Sample(["--audience", "other"], isGood: false),
        ]

    /// Made once, with a key that `openssl` made.
    private static let signed = Result { () throws -> JWTClient.Batch in
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
        return JWTClient.Batch(
            publicKey: try OpenSSLTool.output(["pkey", "-pubout"], input: key), privateKey: key,
            issuer: "https://example.com", audience: "convex", tokens: tokens)
    }

    @Test(arguments: JWTClient.allCases)
    func verifies_there(client: JWTClient) throws {
        let batch = try Self.signed.get()
        let claims = try client.answer(batch).claims
        #expect(claims.count == Self.samples.count)
        for (sample, claims) in zip(Self.samples, claims) {
            #expect((claims != nil) == (sample.isGood || !client.checksClaims), "\(sample.arguments)")
            guard sample.isGood, let claims else { continue }
            #expect(claims.iss == "https://example.com")
            #expect(claims.sub == "u|s")
            #expect(
                claims.aud == (sample.arguments.contains("other") ? .several(["convex", "other"]) : .one("convex")))
            #expect(claims.exp - claims.iat == (sample.arguments.contains("P1D") ? 86_400 : 3_600))
            let hasText = sample.arguments.contains { $0.hasPrefix("text=") }
            #expect(claims.text == (hasText ? "é\"\\\u{2028}😀" : nil))
        }
        let other = try OpenSSLTool.output(["genrsa", "2048"], input: "")
        let strange = JWTClient.Batch(
            publicKey: try OpenSSLTool.output(["pkey", "-pubout"], input: other), privateKey: other,
            issuer: batch.issuer, audience: batch.audience, tokens: batch.tokens)
        #expect(try client.answer(strange).claims.allSatisfy { $0 == nil })
    }
}
