/// Into memory of the caller's choice.
extension Base64URL {
    /// Behind what is there.
    package static func encode(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
        let codec = Base64Codec.urlSafe
        text.append(addingCapacity: codec.encodedCount(bytes.count)) { codec.encode(bytes, into: &$0) }
    }

    /// Behind what is there.
    package static func decode(_ text: Span<UInt8>, to bytes: inout [UInt8]) throws(AuthKeysError) {
        let codec = Base64Codec.urlSafe
        try bytes.append(addingCapacity: codec.maximumDecodedCount(text.count)) { output throws(AuthKeysError) in
            try codec.decode(text, into: &output)
        }
    }

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
