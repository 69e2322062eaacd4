import AuthKeysJOSE
import TestSupport
import Testing

struct ReadmeExampleTests {
    @Test func works() throws {
        // README:
        let key = try RSAPrivateKey(keySize: .bits2048)
        let keyID = try key.publicKey.thumbprint()

        let set = try JWKSet([JWK(key.publicKey, keyID: keyID)])
        print(set.json.compactJSON)  // {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":…

        let token = try JWSSigner(key: key, keyID: keyID).sign(#"{"sub":"somebody"}"#.utf8.span)
        let payload = try JWSVerifier(keys: set).verify(token)
        // :README
        #expect(String(decoding: payload, as: UTF8.self) == #"{"sub":"somebody"}"#)
        #expect(set.json.compactJSON.hasPrefix(#"{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"#))
    }

    @Test func isWhatTheReadmeShows() throws {
        let tested = try lines(
            of: "Tests/AuthKeysJOSETests/ReadmeExampleTests.swift", from: "        // README:", to: "        // :README"
        )
        let shown = try lines(of: "README.md", from: "```swift", to: "```")
        #expect(tested.count > 5)
        #expect(shown == ["import AuthKeysJOSE", ""] + tested.map { String($0.drop { $0 == " " }) })
    }

    private func lines(of file: String, from first: String, to last: String) throws -> [String] {
        let lines = try Repository.text(of: file).split(separator: "\n", omittingEmptySubsequences: false)
        let rest = lines.drop { $0 != first }.dropFirst()
        return rest.prefix { $0 != last }.map(String.init)
    }
}
