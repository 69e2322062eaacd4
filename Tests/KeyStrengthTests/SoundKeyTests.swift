import CryptoOpenSSL
import KeyStrength
import TestSupport
import Testing

/// No false alarm.
struct SoundKeyTests {
    @Test func fresh_moduli_give_no_finding() throws {
        let primes = try freshPrimes(keys: 10)
        var moduli = 0
        for (index, p) in primes.enumerated() {
            for q in primes[(index + 1)...] {
                let n = try p * q
                let codes = try RSAKeyStrength.weaknesses(n: n.bigEndianBytes, e: [1, 0, 1]).codes
                #expect(codes == [], "n = \(n.bigEndianBytes)")
                moduli += 1
            }
        }
        #expect(moduli == 190)
    }

    @Test(arguments: RSAPrivateKey.Size.allCases.dropLast())
    func a_fresh_key_gives_no_finding(size: RSAPrivateKey.Size) throws {
        let key = try RSAPrivateKey(keySize: size)
        #expect(try RSAKeyStrength.weaknesses(of: key.publicKey) == [])
        #expect(try RSAKeyStrength.disagreements(of: key.numbers()) == [])
    }

    @Test(arguments: ["good_2048_0", "good_3072"])
    func a_good_key_of_the_fixtures_gives_no_finding(name: String) throws {
        let key = try #require(try LabelledKey.all.first { $0.name == name }?.privateKey())
        #expect(try RSAKeyStrength.weaknesses(of: key.publicKey) == [])
        #expect(try RSAKeyStrength.disagreements(of: key.numbers()) == [])
    }
}
