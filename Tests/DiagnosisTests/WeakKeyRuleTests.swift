import AuthKeysJOSE
import Consumers
import Diagnosis
import TestSupport
import Testing

@Suite struct WeakKeyRuleTests {
    private func findings(_ keys: [RSAPublicKey]) throws -> [Finding] {
        let set = try JWKSet(publishing: keys).json.compactJSON
        return RuleRegistry.findings(in: Evidence(profile: .generic, keySet: KeySetEvidence(reading: set.utf8.span)))
            .filter { $0.code == "jwks.weak-key" }
    }

    private func fixture(_ file: String) throws -> RSAPublicKey {
        try JWK(JSON.parse(Repository.text(of: "Fixtures/keys/" + file), limits: .keySet)).key
    }

    @Test func isSilentAboutAFreshKey() throws {
        #expect(try findings([RSAPrivateKey(keySize: .bits2048).publicKey]).isEmpty)
    }

    @Test func namesTheKeyThatWasPublished() throws {
        let found = try findings([
            RSAPrivateKey(keySize: .bits2048).publicKey, fixture("rfc7515-a2.jwk.json"),
            fixture("rfc7638-3.1.jwk.json"),
        ])
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.evidence.count == 2)
        #expect(found.first?.evidence.first?.hasPrefix("key 2 ") == true)
        #expect(found.first?.evidence.allSatisfy { $0.hasSuffix("[weak.published]") } == true)
    }
}
