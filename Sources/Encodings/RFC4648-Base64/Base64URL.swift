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
        let codec = Base64Codec.urlSafe
        // Array(capacity:) looks its own metadata up at every call, which a verifier would notice.
        var failure: AuthKeysError?
        let bytes = unsafe [UInt8](
            unsafeUninitializedCapacity: codec.maximumDecodedCount(text.count)
        ) { buffer, count in
            var output = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
            do throws(AuthKeysError) { try codec.decode(text, into: &output) } catch { failure = error }
            count = unsafe output.finalize(for: buffer)
        }
        if let failure { throw failure }
        return bytes
    }

    public static func decode(_ text: String) throws(AuthKeysError) -> [UInt8] {
        try decode(text.utf8.span)
    }
}
