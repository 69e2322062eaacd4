internal import CAuthKeysOpenSSL
internal import Encodings

/// Puts an RSA key together from its numbers (`EVP_PKEY_fromdata`).
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
                // Memory of its own that is wiped, for secrets; harmless for the others.
                let secret = unsafe BN_secure_new()
                let read = unsafe BN_bin2bn(bytes.baseAddress, Int32(clamping: bytes.count), secret)
                if unsafe read == nil { unsafe BN_clear_free(secret) }
                return unsafe read
            }
        }
        unsafe numbers.append(number)
        try Libcrypto.check(Self.action) { unsafe OSSL_PARAM_BLD_push_BN(parameters, parameter.name, number) }
    }

    /// - Parameter selection: `EVP_PKEY_PUBLIC_KEY` or `EVP_PKEY_KEYPAIR`.
    consuming func key(_ selection: Int32) throws(AuthKeysError) -> EVPKey {
        ErrorQueue.clear()
        guard let built = unsafe OSSL_PARAM_BLD_to_param(parameters) else { throw ErrorQueue.failure(Self.action) }
        defer { unsafe OSSL_PARAM_free(built) }
        let context = unsafe try Libcrypto.make(Self.action) { unsafe EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        try Libcrypto.check(Self.action) { unsafe EVP_PKEY_fromdata_init(context) }
        var pointer: OpaquePointer?
        try Libcrypto.check(Self.action) { unsafe EVP_PKEY_fromdata(context, &pointer, selection, built) }
        guard let pointer = unsafe pointer else { throw ErrorQueue.failure(Self.action) }
        return unsafe EVPKey(takingOwnershipOf: pointer)
    }
}
