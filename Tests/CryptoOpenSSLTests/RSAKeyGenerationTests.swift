import CryptoOpenSSL
import Encodings
import Testing

struct RSAKeyGenerationTests {
    @Test func makesAKeyOfTheSizeAskedForWithTheCommonExponent() async throws {
        let key = try await RSAKeyGeneration.race(bits: 2048, contenders: 2)
        #expect(key.bits == 2048)
        #expect(try key.publicKey().exponent() == [1, 0, 1])
        #expect(try key.publicKey().modulus().count == 256)
    }

    @Test func endsEarlyWhenItsTaskIsCancelled() async {
        let (candidates, candidate) = AsyncStream<Void>.makeStream()
        let task = Task { try await RSAKeyGeneration.race(bits: 8192, contenders: 2) { candidate.yield() } }
        for await _ in candidates { break }
        task.cancel()
        let error = await #expect(throws: AuthKeysError.self) { try await task.value }
        #expect(error?.code == "crypto.cancelled")
    }

    @Test func reportsWhatLibcryptoSaidAboutASizeItRefuses() async {
        let error = await #expect(throws: AuthKeysError.self) {
            try await RSAKeyGeneration.race(bits: 16, contenders: 1)
        }
        #expect(error?.code == "crypto.failed")
        #expect(error?.underlying.isEmpty == false)
    }
}
