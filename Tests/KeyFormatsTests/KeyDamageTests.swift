import KeyFormats
import TestSupport
import Testing

/// What this layer promises of damaged bytes. A number that was changed and still stands in its place is read as it is:
/// n and e are then those of another public key, which no encoding can notice; a private number then disagrees with n,
/// which the check of agreement notices. What holds here is that nothing is read that is not in the bytes: whatever is
/// accepted is written again as exactly those bytes.
@Suite struct KeyDamageTests {
    private static func samples() throws -> [(form: KeyForm, der: [UInt8])] {
        let key = KeyMaterial.privateKey(try SampleKeys.rfc7515())
        return try KeyForm.allCases.map { ($0, try key.encoded(as: $0, .der).array) }
    }

    @Test func everyTruncationIsRefused() throws {
        for (form, der) in try Self.samples() {
            for count in 0..<der.count {
                #expect(codeThrown { try readKey(Array(der[..<count])) } != nil, "\(form) \(count)")
                #expect(codeThrown { try readKey(Array(der[..<count]), acceptsDeviations: true) } != nil)
            }
            let text = PEM.encode(der.span, label: form.label).array
            // Without the final line feed alone, the text is whole by the lax grammar.
            for count in 0..<text.count - 1 {
                #expect(codeThrown { try readKey(Array(text[..<count]), grammar: .lax) } != nil, "\(form) \(count)")
            }
        }
    }

    private static func numbers(_ key: RSAPrivateKey) throws -> [[UInt8]] {
        let numbers = try key.numbers()
        return [numbers.n, numbers.e]
            + [numbers.d, numbers.p, numbers.q, numbers.dp, numbers.dq, numbers.qi].map(\.array)
    }

    @Test func aChangedByteIsRefusedOrReadAsItStands() throws {
        var generator = SeededGenerator.printingSeed("KeyDamageTests")
        let original = try Self.numbers(SampleKeys.rfc7515())
        for (form, der) in try Self.samples() {
            var accepted = 0
            for _ in 0..<500 {
                var changed = der
                let index = Int.random(in: 0..<der.count, using: &generator)
                changed[index] ^= UInt8.random(in: 1...255, using: &generator)
                guard let read = try? readKey(changed) else { continue }
                accepted += 1
                #expect(read.form == form)
                #expect(try read.material.encoded(as: form, .der).array == changed, "\(form) byte \(index)")
                guard case .privateKey(let key) = read.material else { continue }
                let differing = zip(try Self.numbers(key), original).count { $0 != $1 }
                #expect(differing == 1, "\(form) byte \(index)")
            }
            #expect(accepted < 500)
        }
    }

    /// PBES2 has no check of integrity: a changed ciphertext is refused, or reads as numbers that were changed too.
    @Test func aChangedByteOfAnEncryptedKeyNeverCrashes() throws {
        var generator = SeededGenerator.printingSeed("KeyDamageTests")
        let key = try SampleKeys.rfc7515()
        let der = try openssl(
            ["pkcs8", "-topk8", "-outform", "DER", "-passout", "pass:secret", "-iter", "1"],
            input: key.pkcs8PEMRepresentation().array)
        let original = try Self.numbers(key)
        var refused = 0
        for round in 0..<500 {
            var changed = der
            // Every other change hits the parameters in front.
            let index = Int.random(in: 0..<(round.isMultiple(of: 2) ? der.count : 110), using: &generator)
            changed[index] ^= UInt8.random(in: 1...255, using: &generator)
            guard let read = try? readKey(changed, passphrase: "secret") else {
                refused += 1
                continue
            }
            guard case .privateKey(let damaged) = read.material else {
                Issue.record("a public key came out of an encrypted private one")
                continue
            }
            #expect(try Self.numbers(damaged) != original, "byte \(index)")
        }
        #expect(refused > 200)
        for count in 0..<der.count {
            #expect(codeThrown { try readKey(Array(der[..<count]), passphrase: "secret") } != nil)
        }
    }

    @Test func aChangedCharacterOfEncryptedPEMNeverCrashes() throws {
        var generator = SeededGenerator.printingSeed("KeyDamageTests")
        let key = try SampleKeys.rfc7515()
        let text = try openssl(
            ["rsa", "-traditional", "-aes128", "-passout", "pass:secret"], input: key.pkcs8PEMRepresentation().array)
        var refused = 0
        for round in 0..<500 {
            var changed = text
            let index = Int.random(in: 0..<(round.isMultiple(of: 2) ? text.count : 120), using: &generator)
            changed[index] ^= UInt8.random(in: 1...255, using: &generator)
            for grammar in [PEM.Grammar.strict, .lax]
            where codeThrown({
                try readKey(changed, grammar: grammar, passphrase: "secret")
            }) != nil {
                refused += 1
            }
        }
        #expect(refused > 500)
        for count in 0..<text.count - 1 {
            #expect(codeThrown { try readKey(Array(text[..<count]), passphrase: "secret") } != nil)
        }
    }
}
