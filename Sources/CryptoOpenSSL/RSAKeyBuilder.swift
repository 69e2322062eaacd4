internal import CAuthKeysOpenSSL
internal import Encodings

/// Puts an RSA private key together from its numbers (`EVP_PKEY_fromdata`).
@safe
struct RSAKeyBuilder: ~Copyable {
    private let parameters: OpaquePointer
    /// The builder keeps pointers to them until the key is made.
    private var numbers: [OpaquePointer] = unsafe []
    private static let action = "build an RSA key from its numbers"

    init() throws(AuthKeysError) {
        unsafe parameters = try Libcrypto.make(Self.action) { unsafe OSSL_PARAM_BLD_new() }
    }

    deinit {
        unsafe OSSL_PARAM_BLD_free(parameters)
        unsafe numbers.forEach { unsafe BN_clear_free($0) }
    }

    /// - Parameter number: big-endian.
    mutating func add(_ parameter: RSAParameter, _ number: Span<UInt8>) throws(AuthKeysError) {
        let number = unsafe try Libcrypto.make(Self.action) {
            unsafe number.withUnsafeBufferPointer { bytes in
                // Memory of its own that is wiped, for the secrets; harmless for n and e.
                let secret = unsafe BN_secure_new()
                let read = unsafe BN_bin2bn(bytes.baseAddress, Int32(clamping: bytes.count), secret)
                if unsafe read == nil { unsafe BN_clear_free(secret) }
                return unsafe read
            }
        }
        unsafe numbers.append(number)
        try Libcrypto.check(Self.action) { unsafe OSSL_PARAM_BLD_push_BN(parameters, parameter.name, number) }
    }

    consuming func key() throws(AuthKeysError) -> EVPKey {
        ErrorQueue.clear()
        guard let built = unsafe OSSL_PARAM_BLD_to_param(parameters) else { throw ErrorQueue.failure(Self.action) }
        defer { unsafe OSSL_PARAM_free(built) }
        let context = try KeyContext.importing(Self.action)
        return unsafe EVPKey(takingOwnershipOf: try context.key(authkeys_EVP_PKEY_KEYPAIR, of: built, Self.action))
    }
}
