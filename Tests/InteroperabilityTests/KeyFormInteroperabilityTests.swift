import AuthKeysJOSE
import TestSupport
import Testing

/// Every form that the tool writes, as programs that are not ours read it.
@Suite struct KeyFormInteroperabilityTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let reader: KeyFormReader
        let form: WrittenForm
        let bits: Int

        var testDescription: String { "\(reader.rawValue) reads \(form) of \(bits) bits" }

        static let all = KeyFormReader.allCases.flatMap { reader in
            reader.forms.flatMap { form in WrittenKey.sizes.map { Case(reader: reader, form: form, bits: $0) } }
        }
    }

    @Test(arguments: Case.all)
    func every_reader_finds_the_same_key(written: Case) throws {
        let reading = try written.reader.reading(of: written.form, bits: written.bits)
        #expect(reading.refusal == nil)
        #expect(try reading.thumbprint == WrittenKey.ofSize(written.bits).thumbprint)
    }

    /// RS256 has one signature for a key and a message, so it is the one that the public key takes.
    @Test(arguments: Case.all.filter(\.form.isPrivate))
    func a_private_key_signs_as_the_key_does_that_was_written(written: Case) throws {
        let reading = try written.reader.reading(of: written.form, bits: written.bits)
        #expect(try reading.signature == WrittenKey.ofSize(written.bits).signature)
    }

    @Test(arguments: Case.all.filter { !$0.form.isPrivate })
    func a_public_key_takes_that_signature_for_its_message_alone(written: Case) throws {
        let reading = try written.reader.reading(of: written.form, bits: written.bits)
        #expect(reading.signature == nil)
        #expect(reading.verifies == true)
        #expect(reading.verifiesOther == false)
    }

    @Test(arguments: Case.all.filter(\.form.isEncrypted))
    func an_encrypted_key_is_closed_to_another_passphrase(written: Case) throws {
        let reading = try written.reader.readingWithOtherPassphrase(of: written.form, bits: written.bits)
        #expect(reading.refusal != nil)
        #expect(reading.thumbprint == nil)
    }

    @Test(arguments: WrittenForm.allCases)
    func every_form_has_readers_of_several_families(form: WrittenForm) {
        #expect(KeyFormReader.allCases.filter { $0.forms.contains(form) }.count >= 3)
    }

    @Test(arguments: WrittenKey.sizes)
    func this_library_takes_the_signature_too(bits: Int) throws {
        let key = try WrittenKey.ofSize(bits)
        let text = try #require(key.bytes[.jwks])
        let set = try JWKSet(parsing: text.span)
        #expect(set.keys.map(\.keyID) == [KeyID(key.thumbprint)])
        let payload = try JWSVerifier(keys: set).verify("\(WrittenKey.message).\(key.signature)")
        #expect(String(decoding: payload, as: UTF8.self) == #"{"sub":"u|s","iss":"https://example.invalid/é"}"#)
    }
}
