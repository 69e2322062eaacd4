/// Into memory of the caller's choice, for secrets.
extension Base64URL {
    package static func encodedCount(_ count: Int) -> Int {
        Base64Codec.urlSafe.encodedCount(count)
    }

    package static func encode(_ bytes: Span<UInt8>, into output: inout OutputSpan<UInt8>) {
        Base64Codec.urlSafe.encode(bytes, into: &output)
    }

    package static func maximumDecodedCount(_ count: Int) -> Int {
        Base64Codec.urlSafe.maximumDecodedCount(count)
    }

    package static func decode(_ text: Span<UInt8>, into output: inout OutputSpan<UInt8>) throws(AuthKeysError) {
        try Base64Codec.urlSafe.decode(text, into: &output)
    }
}
