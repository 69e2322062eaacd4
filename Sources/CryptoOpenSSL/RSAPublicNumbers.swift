internal import CAuthKeysOpenSSL
internal import Encodings

/// Makes public keys from their numbers. Unlike ``RSAKeyBuilder``, which makes private ones, it takes them through no
/// memory for secrets, and what libcrypto has set up for it serves the next key too.
enum RSAPublicNumbers {
    private static let action = "build an RSA key from its numbers"
    private static let pool = IdlePool<Importer>()

    private final class Importer: Sendable {
        let context: KeyContext

        init() throws(AuthKeysError) {
            context = try KeyContext.importing(action)
        }
    }

    /// - Parameters:
    ///   - modulus: n, big-endian.
    ///   - exponent: e, big-endian.
    static func key(modulus: [UInt8], exponent: [UInt8]) throws(AuthKeysError) -> EVPKey {
        let importer = if let idle = pool.take() { idle } else { try Importer() }
        defer { pool.giveBack(importer) }
        var (n, e) = (inNativeOrder(modulus), inNativeOrder(exponent))
        let key = unsafe try n.withUnsafeMutableBufferPointer { n throws(AuthKeysError) in
            unsafe try e.withUnsafeMutableBufferPointer { e throws(AuthKeysError) in
                var numbers = unsafe [
                    OSSL_PARAM_construct_BN(RSAParameter.n.name, n.baseAddress, n.count),
                    OSSL_PARAM_construct_BN(RSAParameter.e.name, e.baseAddress, e.count),
                    OSSL_PARAM_construct_end(),
                ]
                return unsafe try importer.context.key(authkeys_EVP_PKEY_PUBLIC_KEY, of: &numbers, action)
            }
        }
        return unsafe EVPKey(takingOwnershipOf: key)
    }

    /// libcrypto takes numbers as the processor has them.
    private static func inNativeOrder(_ number: [UInt8]) -> [UInt8] {
        guard 1.littleEndian == 1 else { return number }
        return [UInt8](capacity: number.count) { reversed in
            for index in number.indices { reversed.append(number[number.count - 1 - index]) }
        }
    }
}
