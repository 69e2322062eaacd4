import AuthKeysJOSE
import Consumers
import Diagnosis
import Foundation
import TestSupport
import Testing

@Suite struct PairRuleTests {
    static func codes(_ key: String, _ sets: [String], for profile: Profile = .generic) throws -> [String] {
        let folder = "Fixtures/weakkeys/keys"
        let jwks = try KeySets.set(sets.map { try Repository.text(of: "\(folder)/\($0).jwk.json") })
        var evidence = Evidence(
            profile: profile,
            keySet: KeySetEvidence(reading: jwks.utf8.span, at: ValuePlace(.environment, name: "JWKS")))
        let text = try Repository.text(of: "\(folder)/\(key).pem")
        evidence.privateKey = PrivateKeyEvidence(
            reading: SecretBytes(copying: text.utf8.span), at: ValuePlace(.environment, name: "JWT_PRIVATE_KEY"),
            for: profile)
        return RuleRegistry.findings(in: evidence, by: RuleRegistry.pairRules).map(\.code.rawValue)
    }

    @Test(arguments: [
        (["good_2048_0"], [String]()), (["good_2048_0", "good_3072"], []),
        (["good_3072"], ["pair.mismatch"]), (["good_3072", "good_2048_0"], ["pair.not-first"]), ([], []),
    ])
    func a_key_and_a_set_belong_together_or_not(sets: [String], expected: [String]) throws {
        #expect(try Self.codes("good_2048_0", sets) == expected)
    }
}
