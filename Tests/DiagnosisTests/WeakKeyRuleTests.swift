import AuthKeysJOSE
import Consumers
import Diagnosis
import Encodings
import TestSupport
import Testing

@Suite struct WeakKeyRuleTests {
    private func findings(_ keys: [RSAPublicKey]) throws -> [Finding] {
        let set = text(keys)
        return RuleRegistry.findings(in: Evidence(profile: .generic, keySet: KeySetEvidence(reading: set.utf8.span)))
            .filter { $0.code == "jwks.weak-key" }
    }

    /// One key can stand in it many times, each under a kid of its own.
    private func text(_ keys: [RSAPublicKey]) -> String {
        let jwks = keys.enumerated().map { JWK($1, keyID: KeyID("k\($0)")).json.compactJSON }
        return KeySets.set(jwks)
    }

    private func sharedPrime(_ name: String) throws -> RSAPublicKey {
        try RSAPublicKey(pemRepresentation: Repository.text(of: "Fixtures/keys/shared-prime-\(name).spki.pem"))
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

    /// Two of 100 keys, far behind the first, and next to nothing else.
    @Test func comparesAHundredKeys() throws {
        let sound = try RSAPrivateKey(keySize: .bits2048).publicKey
        var keys = [RSAPublicKey](repeating: sound, count: 100)
        (keys[40], keys[99]) = (try sharedPrime("a"), try sharedPrime("b"))
        let found = try #require(findings(keys).first)
        #expect(found.severity == .error)
        #expect(
            found.evidence == ["key 41 (kid \"k40\") and key 100 (kid \"k99\") share a prime [weak.shared-prime]"])
    }

    @Test func saysWhenThereAreMoreThanItCompares() throws {
        let sound = try RSAPrivateKey(keySize: .bits2048).publicKey
        #expect(try findings([RSAPublicKey](repeating: sound, count: 100)).isEmpty)
        let found = try #require(findings([RSAPublicKey](repeating: sound, count: 101)).first)
        #expect(found.severity == .note)
        #expect(found.verdict == "not every weakness was looked for")
        #expect(found.evidence == ["shared primes were looked for among the first 100 of 101 RSA keys"])
        #expect(found.fix?.text.contains("authkeys key check") == true)
    }

    /// Twice as long, half as many.
    @Test func comparesFewerLongerKeys() throws {
        let sound = try RSAPrivateKey(keySize: .bits4096).publicKey
        #expect(try findings([RSAPublicKey](repeating: sound, count: 50)).isEmpty)
        let found = try #require(findings([RSAPublicKey](repeating: sound, count: 51)).first)
        #expect(found.evidence == ["shared primes were looked for among the first 50 of 51 RSA keys"])
    }

    /// What is only unusual is no reason to refuse the key, and does not hide a weakness among the evidence.
    @Test func aSmallExponentIsANote() throws {
        let unusual = try RSAPublicKey(pemRepresentation: Repository.text(of: "Fixtures/weakkeys/keys/e_3.pub.pem"))
        let found = try #require(findings([unusual]).first)
        #expect(found.severity == .note)
        #expect(found.verdict == "a key of the set is unusual")
        #expect(found.evidence == ["key 1 (kid \"k0\"): e is 3 where 65537 is usual [weak.small-exponent]"])
        #expect(found.reason.hasPrefix("Signatures are sound, ") && found.reason.hasSuffix("."))
        let both = try #require(findings([unusual, fixture("rfc7515-a2.jwk.json")]).first)
        #expect(both.severity == .error && both.verdict == "a key of the set is weak")
        #expect(both.evidence.count == 2 && both.evidence[0].hasSuffix("[weak.published]"))
    }

    @Test func aSetThatCouldNotBeComparedDoesNotPass() throws {
        let rule = WeakKey { _ throws(AuthKeysError) in throw AuthKeysError(CryptoCode.failed, "no memory") }
        let set = try text([RSAPrivateKey(keySize: .bits2048).publicKey])
        let found = RuleRegistry.findings(
            in: Evidence(profile: .generic, keySet: KeySetEvidence(reading: set.utf8.span)), by: [rule])
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.evidence == ["primes that keys share were not checked: no memory [crypto.failed]"])
    }
}
