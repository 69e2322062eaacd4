internal import CAuthKeysOpenSSL
package import Encodings

/// An integer of any size; all its arithmetic is libcrypto's.
///
/// Its memory is wiped when the last copy goes away, whatever it holds: what is derived from a secret needs no mark of
/// its own. How long an operation takes depends on the values: this is for judging keys, not for using them.
package struct BigNumber: Sendable {
    let storage: Storage

    /// - Parameter bytes: big-endian; none is zero.
    /// - Throws: `crypto.failed`, when memory is short; so do all operations, which say when they do for another reason.
    package init(bigEndian bytes: Span<UInt8>) throws(AuthKeysError) {
        self = try Self.computing { result in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                unsafe BN_bin2bn(bytes.baseAddress, Int32(clamping: bytes.count), result.pointer) == nil ? 0 : 1
            }
        }
    }

    package init(_ word: UInt) throws(AuthKeysError) {
        self = try Self.computing { result in unsafe BN_set_word(result.pointer, word) }
    }

    /// - Parameter secret: big-endian.
    package init(_ secret: SecretBytes) throws(AuthKeysError) {
        self = try secret.withBytes { bytes throws(AuthKeysError) in try BigNumber(bigEndian: bytes) }
    }

    init(_ storage: Storage) {
        self.storage = storage
    }

    /// A new number that `body` writes; libcrypto's convention of 1 for success.
    static func computing(_ body: (Storage) -> Int32) throws(AuthKeysError) -> BigNumber {
        let storage = try Storage()
        try Libcrypto.check("compute with large numbers") { body(storage) }
        return BigNumber(storage)
    }

    /// As ``computing(_:)``, for the operations that need room for intermediate values.
    static func computing(_ body: (Storage, borrowing Scratch) -> Int32) throws(AuthKeysError) -> BigNumber {
        let scratch = try Scratch()
        return try computing { result in body(result, scratch) }
    }

    /// The length of the magnitude, in bits; 0 of zero.
    package var bitCount: Int { Int(unsafe BN_num_bits(storage.pointer)) }

    package var isZero: Bool { unsafe BN_is_zero(storage.pointer) == 1 }
    package var isOne: Bool { unsafe BN_is_one(storage.pointer) == 1 }
    package var isOdd: Bool { unsafe BN_is_odd(storage.pointer) == 1 }
    package var isNegative: Bool { unsafe BN_is_negative(storage.pointer) == 1 }

    /// The magnitude, big-endian without leading zeros, in memory that nobody wipes: for public numbers.
    package var bigEndianBytes: [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: (bitCount + 7) / 8) { buffer, count in
            unsafe count = Int(BN_bn2bin(storage.pointer, buffer.baseAddress))
        }
    }

    /// Owns a `BIGNUM`.
    @safe
    final class Storage: @unchecked Sendable {  // unchecked: written only by the operation that makes the number
        let pointer: OpaquePointer

        init() throws(AuthKeysError) {
            unsafe pointer = try Libcrypto.make("make room for a large number") { unsafe BN_new() }
        }

        convenience init(copying number: BigNumber) throws(AuthKeysError) {
            try self.init()
            try Libcrypto.check("copy a large number") {
                unsafe BN_copy(pointer, number.storage.pointer) == nil ? 0 : 1
            }
        }

        deinit {
            unsafe BN_clear_free(pointer)
        }
    }

    /// Owns a `BN_CTX`, which wipes what it lent.
    @safe
    struct Scratch: ~Copyable {
        let pointer: OpaquePointer

        init() throws(AuthKeysError) {
            unsafe pointer = try Libcrypto.make("make room for large numbers") { unsafe BN_CTX_new() }
        }

        deinit {
            unsafe BN_CTX_free(pointer)
        }
    }
}

extension BigNumber: Comparable {
    package static func < (left: BigNumber, right: BigNumber) -> Bool {
        unsafe BN_cmp(left.storage.pointer, right.storage.pointer) < 0
    }

    package static func == (left: BigNumber, right: BigNumber) -> Bool {
        unsafe BN_cmp(left.storage.pointer, right.storage.pointer) == 0
    }
}

extension BigNumber: CustomStringConvertible, CustomReflectable {
    package var description: String { "BigNumber(\(bitCount) bits)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
