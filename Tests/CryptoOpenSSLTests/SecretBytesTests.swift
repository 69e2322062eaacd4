import CryptoOpenSSL
import Testing

struct SecretBytesTests {
    private let secret = SecretBytes(copying: Array("correct horse".utf8).span)

    @Test func lendsWhatItWasGiven() {
        let copy = secret.withBytes { bytes in bytes.indices.map { bytes[$0] } }
        #expect(copy == Array("correct horse".utf8))
        #expect(secret.count == 13)
        #expect(secret.exposeSecret() == copy)
    }

    @Test func doesNotShowItselfInAnyDescription() {
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), String(describing: [secret]), dumped] {
            #expect(!text.contains("correct"))
            #expect(text.contains("13 bytes"))
        }
    }

    @Test(arguments: [
        ("correct horse", true), ("correct horsf", false), ("correct hors", false), ("correct horse ", false),
        ("", false),
    ])
    func comparesAllBytes(other: String, expected: Bool) {
        #expect(secret.isEqual(to: SecretBytes(copying: other.utf8.span)) == expected)
    }

    @Test func isBuiltFromPiecesOfEverySize() {
        var builder = SecretBuilder(reservingCapacity: 1)
        var expected: [UInt8] = []
        for size in 0..<200 {
            let piece = [UInt8](repeating: UInt8(size), count: size)
            builder.append(piece.span)
            builder.append(UInt8(255 - size))
            expected += piece + [UInt8(255 - size)]
        }
        let secret = builder.finish()
        #expect(secret.withBytes { bytes in bytes.indices.map { bytes[$0] } } == expected)
    }

    @Test func releasesItsMemoryWhenFillingItFails() {
        struct Refused: Error {}
        #expect(throws: Refused.self) {
            try SecretBytes(capacity: 64) { output throws(Refused) in
                output.append(1)
                throw Refused()
            }
        }
    }
}
