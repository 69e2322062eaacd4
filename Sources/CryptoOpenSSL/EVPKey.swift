internal import CAuthKeysOpenSSL
internal import Encodings

/// Owns one reference to an `EVP_PKEY`.
@safe
struct EVPKey: ~Copyable, @unchecked Sendable {  // unchecked: libcrypto allows an EVP_PKEY to be used by many threads
    private let pointer: OpaquePointer

    /// - Parameter pointer: at +1; released with this value.
    init(takingOwnershipOf pointer: OpaquePointer) {
        unsafe self.pointer = unsafe pointer
    }

    deinit {
        unsafe EVP_PKEY_free(pointer)
    }

    borrowing func withPointer<Result, Failure: Error>(
        _ body: (OpaquePointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        unsafe try body(pointer)
    }

    var isRSA: Bool { unsafe EVP_PKEY_is_a(pointer, "RSA") == 1 }

    /// The length of the modulus, in bits.
    var bits: Int { Int(unsafe EVP_PKEY_get_bits(pointer)) }

    /// A public number of the key, big-endian without leading zeros.
    borrowing func number(_ parameter: RSAParameter) throws(AuthKeysError) -> [UInt8] {
        try secretNumber(parameter).withBytes { number in number.indices.map { number[$0] } }
    }

    /// A number of the key, big-endian without leading zeros.
    borrowing func secretNumber(_ parameter: RSAParameter) throws(AuthKeysError) -> SecretBytes {
        var number: OpaquePointer?
        try Libcrypto.check("read a number of the key") {
            unsafe EVP_PKEY_get_bn_param(pointer, parameter.name, &number)
        }
        defer { unsafe BN_clear_free(number) }
        let count = Int(unsafe BN_num_bits(number) + 7) / 8
        return SecretBytes(capacity: count) { output in
            unsafe output.withUnsafeMutableBufferPointer { buffer, written in
                unsafe written = Int(BN_bn2bin(number, buffer.baseAddress))
            }
        }
    }
}
