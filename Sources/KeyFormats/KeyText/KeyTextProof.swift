internal import CryptoOpenSSL
internal import Encodings

/// Holds a repaired private key against libcrypto: the bytes have to be one RSA key, and its only encoding.
enum KeyTextProof {
    /// The canonical PrivateKeyInfo around an RSAPrivateKey (RFC 8017 A.1.2).
    /// - Throws: `key.malformed`, `key.non-canonical`, or what ``RSAPublicKey/init(n:e:)`` throws.
    static func privateKeyInfo(around rsaPrivateKey: Span<UInt8>) throws(AuthKeysError) -> SecretBytes {
        let handle: RSAPrivateKeyHandle?
        do throws(AuthKeysError) {
            handle = try RSAPrivateKeyHandle(der: rsaPrivateKey)
        } catch {
            throw AuthKeysError(
                KeyCode.malformed, "numbers that libcrypto does not take as an RSA private key",
                underlying: error.underlying)
        }
        guard let handle else { throw AuthKeysError(KeyCode.notRSA, "a private key that is not RSA") }
        let key = try RSAPrivateKey(handle)
        _ = try RSAPublicKey(n: key.publicKey.n, e: key.publicKey.e)
        let info = try key.pkcs8DERRepresentation()
        guard info.withBytes({ endsAlike($0, rsaPrivateKey) }) else {
            throw AuthKeysError(KeyCode.nonCanonical, "an RSA private key that is not in its one DER encoding")
        }
        return info
    }

    /// - Throws: what ``RSAPublicKey`` throws for the same bytes.
    static func checkPublic(_ der: Span<UInt8>, _ content: KeyText.Content) throws(AuthKeysError) {
        switch content {
        case .spki: _ = try RSAPublicKey(derRepresentation: der)
        case .pkcs1Public:
            var outer = DERReader(0..<der.count)
            var reader = DERReader(try outer.next(.sequence, der).contents)
            let n = try number(der, reader.next(.integer, der))
            let e = try number(der, reader.next(.integer, der))
            _ = try RSAPublicKey(n: n, e: e)
        default: break
        }
    }

    /// Without the zero octet that keeps an INTEGER positive.
    private static func number(_ der: Span<UInt8>, _ value: DERValue) -> [UInt8] {
        value.contents.drop { der[$0] == 0 }.map { der[$0] }
    }

    private static func endsAlike(_ whole: Span<UInt8>, _ end: Span<UInt8>) -> Bool {
        let start = whole.count - end.count
        return start > 0 && end.indices.allSatisfy { whole[start + $0] == end[$0] }
    }
}
