internal import AuthKeysJOSE
internal import Encodings

/// PKCS#8 PEM by the lax grammar of RFC 7468 §3, which allows the one-line form.
struct RFC7468KeyTextReader: KeyTextReader {
    func key(_ text: Span<UInt8>) throws(Refusal) -> RSAPrivateKey {
        do throws(AuthKeysError) {
            return try RSAPrivateKey(pemRepresentation: text, grammar: .lax)
        } catch {
            throw Refusal(message: error.message)
        }
    }
}
