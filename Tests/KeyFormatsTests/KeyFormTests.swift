import KeyFormats
import TestSupport
import Testing

/// The `openssl` executable is the measure: the same key, the same form, the same bytes.
@Suite struct KeyFormTests {
    static let commands: [(form: KeyForm, arguments: [String])] = [
        (.pkcs8, ["pkcs8", "-topk8", "-nocrypt"]), (.pkcs1, ["rsa", "-traditional"]), (.spki, ["pkey", "-pubout"]),
        (.pkcs1Public, ["rsa", "-RSAPublicKey_out"]),
    ]

    /// What makes `openssl` read a form on standard input.
    static func input(_ form: KeyForm, _ encoding: KeyEncoding) -> [String] {
        let format = ["-inform", encoding == .pem ? "PEM" : "DER"]
        switch form {
        case .pkcs8, .pkcs1: return format
        case .spki: return format + ["-pubin"]
        case .pkcs1Public: return format + ["-RSAPublicKey_in"]
        }
    }

    @Test(arguments: SampleKeys.sizes)
    func everyFormBecomesEveryOtherAsOpenSSLWritesIt(bits: Int) throws {
        let key = try #require(SampleKeys.all[bits])
        var comparisons = 0
        for source in KeyForm.allCases {
            for sourceEncoding in KeyEncoding.allCases {
                let bytes = try KeyMaterial.privateKey(key).encoded(as: source, sourceEncoding).array
                let read = try readKey(bytes)
                #expect(read.form == source && read.encoding == sourceEncoding && !read.isEncrypted)
                #expect(read.deviations.isEmpty && read.material.publicKey == key.publicKey)
                for (target, command) in Self.commands where source.isPrivate || !target.isPrivate {
                    // `openssl pkey` has no -RSAPublicKey_in.
                    if source == .pkcs1Public, target == .spki { continue }
                    for encoding in KeyEncoding.allCases {
                        let expected = try openssl(
                            command + Self.input(source, sourceEncoding)
                                + ["-outform", encoding == .pem ? "PEM" : "DER"], input: bytes)
                        #expect(
                            try read.material.encoded(as: target, encoding).array == expected,
                            "\(source) \(sourceEncoding) to \(target) \(encoding)")
                        comparisons += 1
                    }
                }
            }
        }
        #expect(comparisons == 2 * 2 * (4 + 4 + 2 + 1))
    }

    @Test func thePropertiesOfTheTypesAreTheSameForms() throws {
        let key = try SampleKeys.rfc7515()
        let pkcs1 = try Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs1.pem")
        #expect(try String(copyingASCII: key.pkcs1PEMRepresentation().array.span) == pkcs1)
        #expect(
            try key.pkcs1DERRepresentation().array
                == readKey(Array(pkcs1.utf8)).material.encoded(as: .pkcs1, .der).array)
        let publicKey = key.publicKey
        #expect(
            try Array(publicKey.pkcs1PEMRepresentation.utf8)
                == KeyMaterial.publicKey(publicKey).encoded(as: .pkcs1Public).array)
        let der = try publicKey.pkcs1DERRepresentation
        #expect(try RSAPublicKey(pkcs1DERRepresentation: der.span) == publicKey)
        let privateDER = try key.pkcs1DERRepresentation().array
        #expect(try RSAPrivateKey(pkcs1DERRepresentation: privateDER.span).publicKey == publicKey)
    }

    @Test(arguments: KeyForm.allCases, [true, false])
    func aPublicKeyHasNoPrivateForm(form: KeyForm, isPrivate: Bool) throws {
        let key = try SampleKeys.rfc7515()
        let material = isPrivate ? KeyMaterial.privateKey(key) : .publicKey(key.publicKey)
        let refusal = codeThrown { try material.encoded(as: form) }
        #expect(refusal == (form.isPrivate && !isPrivate ? "key.public-only" : nil))
    }

    @Test(arguments: KeyForm.allCases)
    func onlyPKCS8IsEncrypted(form: KeyForm) throws {
        let encryption = try KeyEncryption(passphrase: secret("secret"))
        let material = KeyMaterial.privateKey(try SampleKeys.rfc7515())
        #expect(
            codeThrown { try material.encoded(as: form, encryption: encryption) }
                == (form == .pkcs8 ? nil : "encrypted.form"))
    }

    /// Only bytes that belong in a secret place come as a secret.
    @Test func aPrivateFormIsSecretAndAPublicFormIsNot() throws {
        let material = KeyMaterial.privateKey(try SampleKeys.rfc7515())
        for form in KeyForm.allCases {
            switch try material.encoded(as: form) {
            case .privateKey(let bytes):
                #expect(form.isPrivate)
                #expect(!"\(bytes)".contains("BEGIN"))
            case .publicKey: #expect(!form.isPrivate)
            }
        }
    }
}
