internal import AuthKeysJOSE
internal import CryptoOpenSSL
internal import Encodings

/// `importPKCS8` of the JavaScript library jose in its builds for browsers, with the importer of a runtime behind it.
///
/// ```
/// if (pkcs8.indexOf('-----BEGIN PRIVATE KEY-----') !== 0) throw new TypeError(…)
/// atob(pem.replace(/(?:-----(?:BEGIN|END) PRIVATE KEY-----|\s)/g, ''))
/// ```
struct JoseImportPKCS8: KeyTextReader {
    let importer: KeyImporter

    private static let begin = Array("-----BEGIN PRIVATE KEY-----".utf8)
    private static let end = Array("-----END PRIVATE KEY-----".utf8)

    func judge(_ text: Span<UInt8>) throws(Refusal) {
        let der = try der(text)
        let structure = try structure(der)
        guard structure.modulusLength >= JWSAlgorithm.rs256.minimumKeySizeInBits else {
            throw Refusal(
                KeyCode.size, "TypeError: RS256 requires key modulusLength to be 2048 bits or larger",
                cause: "a key of \(structure.modulusLength) bits")
        }
        guard structure.modulusIsOdd else { throw Refusal(KeyCode.modulus, importer.evenModulus) }
        if !importer.looksAtStructureOnly { _ = try strictKey(der) }
    }

    func key(_ text: Span<UInt8>) throws(Refusal) -> RSAPrivateKey {
        let der = try der(text)
        _ = try structure(der)
        return try strictKey(der)
    }

    private func der(_ text: Span<UInt8>) throws(Refusal) -> SecretBytes {
        guard Self.begins(Self.begin, at: 0, in: text) else {
            throw Refusal(PEMCode.missingBegin, "TypeError: \"pkcs8\" must be PKCS#8 formatted string")
        }
        do throws(ForgivingBase64.Failure) {
            return try body(of: text).withBytes { body throws(ForgivingBase64.Failure) in
                try ForgivingBase64.atob.secret(body).get()
            }
        } catch {
            switch error {
            case .invalidByte(let byte, let offset):
                throw Refusal(
                    Base64Code.invalidCharacter,
                    importer.invalidByte.replacing("{byte}", with: "\(byte)")
                        .replacing("{offset}", with: "\(offset)"))
            case .remainder: throw Refusal(Base64Code.invalidLength, importer.remainder)
            }
        }
    }

    private func structure(_ der: SecretBytes) throws(Refusal) -> PKCS8Structure {
        let structure: PKCS8Structure
        do throws(AuthKeysError) {
            structure = try der.withBytes { der throws(AuthKeysError) in
                try PKCS8Structure(der, allowsMore: importer.looksAtStructureOnly)
            }
        } catch {
            throw Refusal(KeyCode.malformed, importer.malformed, cause: error.message)
        }
        switch structure.kind {
        case .rsa: break
        case .otherKind: throw Refusal(KeyCode.notRSA, importer.otherAlgorithm)
        case .otherWithRSAParameters:
            throw Refusal(
                KeyCode.notRSA, importer.looksAtStructureOnly ? importer.malformedKey : importer.otherAlgorithm)
        }
        guard structure.hasRSAPrivateKey else { throw Refusal(KeyCode.malformed, importer.malformedKey) }
        return structure
    }

    private func strictKey(_ der: SecretBytes) throws(Refusal) -> RSAPrivateKey {
        do throws(AuthKeysError) {
            return try der.withBytes { der throws(AuthKeysError) in try RSAPrivateKey(pkcs8DERRepresentation: der) }
        } catch {
            throw Refusal(code: error.code, message: importer.malformedKey, cause: error.message)
        }
    }

    /// What the regular expression leaves: neither boundary, wherever it stands, nor white space.
    private func body(of text: Span<UInt8>) -> SecretBytes {
        var body = SecretBuilder(reservingCapacity: text.count)
        var index = 0
        while index < text.count {
            if Self.begins(Self.begin, at: index, in: text) {
                index += Self.begin.count
            } else if Self.begins(Self.end, at: index, in: text) {
                index += Self.end.count
            } else {
                let width = Self.whitespace(at: index, in: text)
                if width == 0 { body.append(text[index]) }
                index += max(width, 1)
            }
        }
        return body.finish()
    }

    private static func begins(_ expected: [UInt8], at start: Int, in text: Span<UInt8>) -> Bool {
        guard start + expected.count <= text.count else { return false }
        return expected.indices.allSatisfy { text[start + $0] == expected[$0] }
    }

    /// The length in bytes of the JavaScript `\s` at that place (ECMA-262 §22.2.2.9), 0 when there is none.
    private static func whitespace(at index: Int, in text: Span<UInt8>) -> Int {
        func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
        switch (byte(0), byte(1), byte(2)) {
        case (0x09...0x0D, _, _), (0x20, _, _): return 1
        case (0xC2, 0xA0, _): return 2  // U+00A0
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
            return 3  // U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000, U+FEFF
        default: return 0
        }
    }
}
