internal import AuthKeysJOSE
internal import CryptoOpenSSL
internal import Encodings

/// `importPKCS8` of the JavaScript library jose (5.9.6, browser build), with the importer of Convex's runtime behind it.
///
/// ```
/// if (pkcs8.indexOf('-----BEGIN PRIVATE KEY-----') !== 0) throw new TypeError(…)
/// atob(pem.replace(/(?:-----(?:BEGIN|END) PRIVATE KEY-----|\s)/g, ''))
/// ```
struct JoseImportPKCS8: KeyTextReader {
    private static let begin = Array("-----BEGIN PRIVATE KEY-----".utf8)
    private static let end = Array("-----END PRIVATE KEY-----".utf8)

    func key(_ text: Span<UInt8>) throws(Refusal) -> RSAPrivateKey {
        guard Self.begins(Self.begin, at: 0, in: text) else {
            throw Refusal(message: "TypeError: \"pkcs8\" must be PKCS#8 formatted string")
        }
        let body = body(of: text)
        let der: SecretBytes
        do throws(AuthKeysError) {
            der = try body.withBytes { body throws(AuthKeysError) in
                try SecretBytes(capacity: Base64.maximumDecodedCount(body.count)) { output throws(AuthKeysError) in
                    try Base64.decode(body, into: &output)
                }
            }
        } catch {
            throw Refusal(message: "InvalidCharacterError: Failed to execute 'atob'")
        }
        do throws(AuthKeysError) {
            return try der.withBytes { der throws(AuthKeysError) in try RSAPrivateKey(pkcs8DERRepresentation: der) }
        } catch {
            throw Refusal(message: "DataError: invalid RSA PrivateKeyInfo")
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
