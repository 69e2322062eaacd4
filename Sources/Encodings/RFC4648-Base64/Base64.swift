/// Base64 with padding (RFC 4648 §4), in its one canonical form: no white space, exact padding, unused bits zero.
public enum Base64 {
    public static func encode(_ bytes: Span<UInt8>) -> String {
        let codec = Base64Codec.standard
        let text = [UInt8](capacity: codec.encodedCount(bytes.count)) { codec.encode(bytes, into: &$0) }
        return String(decoding: text, as: UTF8.self)
    }

    /// - Throws: `base64.invalid-character`, `base64.invalid-length`, `base64.invalid-padding`,
    ///   `base64.nonzero-trailing-bits`.
    public static func decode(_ text: Span<UInt8>) throws(AuthKeysError) -> [UInt8] {
        let codec = Base64Codec.standard
        return try [UInt8](capacity: codec.maximumDecodedCount(text.count)) { output throws(AuthKeysError) in
            try codec.decode(text, into: &output)
        }
    }

    package static func encodedCount(_ count: Int) -> Int {
        Base64Codec.standard.encodedCount(count)
    }

    /// Encodes into memory of the caller's choice, for secrets.
    package static func encode(_ bytes: Span<UInt8>, into output: inout OutputSpan<UInt8>) {
        Base64Codec.standard.encode(bytes, into: &output)
    }

    package static func maximumDecodedCount(_ count: Int) -> Int {
        Base64Codec.standard.maximumDecodedCount(count)
    }

    /// Decodes into memory of the caller's choice, for secrets.
    package static func decode(_ text: Span<UInt8>, into output: inout OutputSpan<UInt8>) throws(AuthKeysError) {
        try Base64Codec.standard.decode(text, into: &output)
    }
}
