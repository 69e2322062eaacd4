import CryptoOpenSSL
import Encodings
import Testing

/// RFC 8017 §8.2.2: what is compared is the whole encoded message, and what is not one number below the modulus, as long
/// as the modulus, is no signature. The forged paddings are in the vectors.
struct RFC8017VerificationTests {
    private let key: RSAPrivateKeyHandle
    private let publicKey: RSAPublicKeyHandle
    private let modulus: [UInt8]

    init() throws {
        key = try RSAKeyGeneration.generate(bits: 2048) { true }
        publicKey = try key.publicKey()
        modulus = try publicKey.modulus()
    }

    private func isValid(_ signature: [UInt8], _ data: [UInt8], _ hash: SHA2 = .sha256) throws -> Bool {
        try publicKey.isValid(signature: signature.span, for: data.span, hash: hash)
    }

    @Test(arguments: SHA2.allCases) func acceptsWhatWasSignedAndNothingElse(hash: SHA2) throws {
        let data = Array("some text".utf8)
        let signature = try key.signature(for: data.span, hash: hash)
        for _ in 0..<2 {
            #expect(try isValid(signature, data, hash))
            #expect(try !isValid(signature, data + [0], hash))
            #expect(try !isValid(signature, [], hash))
            for other in SHA2.allCases where other != hash { #expect(try !isValid(signature, data, other)) }
        }
        for index in stride(from: 0, to: signature.count, by: 17) {
            var changed = signature
            changed[index] ^= 1
            #expect(try !isValid(changed, data, hash))
        }
    }

    @Test func wantsTheLengthOfTheModulus() throws {
        let data = Array("some text".utf8)
        let signature = try key.signature(for: data.span, hash: .sha256)
        #expect(try !isValid([], data))
        #expect(try !isValid([0] + signature, data))
        #expect(try !isValid(signature + [0], data))
        #expect(try !isValid(Array(signature.dropLast()), data))
        // A signature that is a small number: without its leading zero it is the same number, and still refused.
        for number in 0..<5_000 {
            let data = Array("text \(number)".utf8)
            let signature = try key.signature(for: data.span, hash: .sha256)
            guard signature[0] == 0 else { continue }
            #expect(try isValid(signature, data))
            #expect(try !isValid(Array(signature.dropFirst()), data))
            return
        }
        Issue.record("no signature began with a zero")
    }

    @Test func wantsANumberBelowTheModulus() throws {
        for number in 0..<1_000 {
            let data = Array("text \(number)".utf8)
            guard let larger = sum(try key.signature(for: data.span, hash: .sha256), modulus) else { continue }
            #expect(try !isValid(larger, data), "the signature and the modulus together")
            #expect(try !isValid(modulus, data))
            #expect(try !isValid([UInt8](repeating: 0xFF, count: modulus.count), data))
            #expect(try !isValid([UInt8](repeating: 0, count: modulus.count), data))
            return
        }
        Issue.record("no sum was short enough")
    }

    /// 62 octets are needed for SHA-256 and 94 for SHA-512.
    @Test func saysThatAKeyIsTooShortForAHash() throws {
        let short = [0xC1] + [UInt8](repeating: 0, count: 62) + [1]
        let key = try RSAPublicKeyHandle(modulus: short, exponent: [1, 0, 1])
        func isValid(_ hash: SHA2) throws -> Bool {
            try key.isValid(signature: short.span, for: short.span, hash: hash)
        }
        #expect(try !isValid(.sha256))
        let error = #expect(throws: AuthKeysError.self) { try isValid(.sha512) }
        #expect(error?.code == "crypto.failed")
    }

    /// `nil` when it has more octets.
    private func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8]? {
        var sum = left
        var carry = 0
        for index in left.indices.reversed() {
            let digit = Int(left[index]) + Int(right[index]) + carry
            sum[index] = UInt8(digit & 0xFF)
            carry = digit >> 8
        }
        return carry == 0 ? sum : nil
    }
}
