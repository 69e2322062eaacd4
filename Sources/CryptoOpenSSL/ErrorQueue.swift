internal import CAuthKeysOpenSSL
internal import Encodings

/// The calling thread's OpenSSL error queue. One bad DER of four bytes leaves twelve entries, and what is left behind is
/// mistaken for the next call's: it is always taken whole.
enum ErrorQueue {
    /// Looks first: emptying goes through all sixteen places, also of a queue that is empty.
    static func clear() {
        if ERR_peek_error() != 0 { ERR_clear_error() }
    }

    struct Entry {
        /// `ERR_LIB_…`.
        let library: Int32
        /// `PROV_R_…`, `PEM_R_…`: its meaning depends on the library.
        let reason: Int32
        let text: String
    }

    /// All entries, innermost first. They name OpenSSL functions and reasons, never data.
    static func drain() -> [Entry] {
        var entries: [Entry] = []
        while true {
            let code = ERR_get_error()
            guard code != 0 else { return entries }
            var text = [CChar](repeating: 0, count: 256)
            unsafe text.withUnsafeMutableBufferPointer { buffer in
                unsafe ERR_error_string_n(code, buffer.baseAddress, buffer.count)
            }
            let bytes = text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
            entries.append(
                Entry(
                    library: ERR_GET_LIB(code), reason: ERR_GET_REASON(code),
                    text: String(decoding: bytes, as: UTF8.self)))
        }
    }

    static func failure(_ action: String) -> AuthKeysError {
        AuthKeysError(
            CryptoCode.failed, "libcrypto could not \(action)",
            hint: "openssl.cnf decides what libcrypto can do; OPENSSL_CONF=/dev/null runs without it",
            underlying: drain().map(\.text))
    }
}
