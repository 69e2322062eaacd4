/// Base64url without padding (RFC 4648 §5, RFC 7515 §2), in its one canonical form.
public enum Base64URL {
    public static func encode(_ bytes: Span<UInt8>) -> String {
        let codec = Base64Codec.urlSafe
        let text = [UInt8](capacity: codec.encodedCount(bytes.count)) { codec.encode(bytes, into: &$0) }
        return String(decoding: text, as: UTF8.self)
    }

    /// - Throws: `base64.invalid-character` (padding counts as one), `base64.invalid-length`,
    ///   `base64.nonzero-trailing-bits`.
    public static func decode(_ text: Span<UInt8>) throws(AuthKeysError) -> [UInt8] {
        // Array(capacity:) looks its own metadata up at every call.
        var bytes: [UInt8] = []
        try decode(text, to: &bytes)
        return bytes
    }

    public static func decode(_ text: String) throws(AuthKeysError) -> [UInt8] {
        try decode(text.utf8.span)
    }
}
