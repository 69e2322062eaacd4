import CryptoOpenSSL
import Encodings
import Testing

struct ErrorQueueTests {
    /// What one failure leaves in the queue must not turn up in the next.
    @Test func everyFailureTakesTheWholeQueue() throws {
        let junk: [UInt8] = [0x30, 0x02, 0x02, 0x00]
        func entries() throws -> [String] {
            let error = #expect(throws: AuthKeysError.self) { try RSAPrivateKeyHandle(der: junk.span) }
            return try #require(error).underlying
        }
        let first = try entries()
        #expect(!first.isEmpty)
        #expect(try entries() == first)
    }
}
