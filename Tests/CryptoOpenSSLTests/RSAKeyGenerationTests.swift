import CryptoOpenSSL
import Encodings
import Testing

struct RSAKeyGenerationTests {
    @Test func makesAKeyOfTheSizeAskedForWithTheCommonExponent() throws {
        let key = try RSAKeyGeneration.generate(bits: 2048) { true }
        #expect(key.bits == 2048)
        #expect(try key.publicKey().exponent() == [1, 0, 1])
        #expect(try key.publicKey().modulus().count == 256)
    }

    @Test func endsWhenItIsToldTo() {
        var questions = 0
        let error = #expect(throws: AuthKeysError.self) {
            try RSAKeyGeneration.generate(bits: 4096) {
                questions += 1
                return questions < 3
            }
        }
        #expect(error?.code == "crypto.cancelled")
        #expect(questions == 3)
    }

    @Test func reportsWhatLibcryptoSaidAboutASizeItRefuses() {
        let error = #expect(throws: AuthKeysError.self) { try RSAKeyGeneration.generate(bits: 16) { true } }
        #expect(error?.code == "crypto.failed")
        #expect(error?.underlying.isEmpty == false)
    }
}
