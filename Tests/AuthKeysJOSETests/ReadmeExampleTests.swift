import AuthKeysJOSE
import TestSupport
import Testing

struct ReadmeExampleTests {
    @Test func works() throws {
        let now = NumericDate(secondsSince1970: 1_763_600_000)
        // README:
        let key = try RSAPrivateKey(keySize: .bits2048)
        let keyID = try key.publicKey.thumbprint()

        let set = try JWKSet([JWK(key.publicKey, keyID: keyID)])
        print(set.json.compactJSON)  // {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":…

        let signer = try JWTSigner(key: key, keyID: keyID)
        let token = try signer.sign(
            .object([
                "iss": .string("https://example.com"), "sub": .string("somebody"), "exp": (now + .seconds(3600)).json,
            ]))

        let verifier = JWTVerifier(
            keys: set, expecting: ClaimsExpectations(issuer: .exactly("https://example.com"), audience: .any))
        let subject = try verifier.verify(token, at: now).claims.subject
        // :README
        #expect(subject == "somebody")
        #expect(set.json.compactJSON.hasPrefix(#"{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"#))
    }

    @Test func isWhatTheReadmeShows() throws {
        let tested = try lines(
            of: "Tests/AuthKeysJOSETests/ReadmeExampleTests.swift", from: "        // README:", to: "        // :README"
        )
        let shown = try lines(of: "README.md", from: "```swift", to: "```")
        #expect(tested.count > 5)
        #expect(shown == ["import AuthKeysJOSE", ""] + tested.map { String($0.dropFirst(8)) })
    }

    private func lines(of file: String, from first: String, to last: String) throws -> [String] {
        let lines = try Repository.text(of: file).split(separator: "\n", omittingEmptySubsequences: false)
        let rest = lines.drop { $0 != first }.dropFirst()
        return rest.prefix { $0 != last }.map(String.init)
    }
}
