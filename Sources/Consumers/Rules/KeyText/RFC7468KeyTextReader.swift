internal import AuthKeysJOSE
internal import Encodings

/// PKCS#8 PEM by the lax grammar of RFC 7468 §3, which allows the one-line form, and 2048 bits or more (RFC 7518 §3.3).
struct RFC7468KeyTextReader: KeyTextReader {
    func judge(_ text: Span<UInt8>) throws(Refusal) {
        let bits = try key(text).keySizeInBits
        guard bits >= JWSAlgorithm.rs256.minimumKeySizeInBits else {
            throw Refusal(KeyCode.size, "a key of \(bits) bits; RS256 needs 2048 or more")
        }
    }

    func key(_ text: Span<UInt8>) throws(Refusal) -> RSAPrivateKey {
        do throws(AuthKeysError) {
            return try RSAPrivateKey(pemRepresentation: text, grammar: .lax)
        } catch {
            throw Refusal(code: error.code, message: error.message)
        }
    }
}
