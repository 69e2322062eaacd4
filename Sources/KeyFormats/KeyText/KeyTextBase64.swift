internal import CryptoOpenSSL
internal import Encodings

/// Base64 around a whole text, `JWT_PRIVATE_KEY_BASE64`: often on several lines, because `base64` of GNU wraps them.
enum KeyTextBase64: KeyTextWrapping {
    static func peel(_ text: Span<UInt8>, _ layer: KeyTextLayer) -> KeyTextPeel? {
        let range = text.trimmed(layer.range)
        guard range.count >= 16, isBase64(text, range),
            let decoded = decoded(text, range), decoded.withBytes({ isText($0) })
        else { return nil }
        let isFirst = layer.base64Count == 0
        let anomaly = KeyText.Anomaly(
            .repairable, isFirst ? KeyTextCode.base64Wrapped : KeyTextCode.base64WrappedTwice,
            isFirst ? "base64 around the whole text" : "base64 around base64",
            hint: "base64 -d decodes it\(isFirst ? "" : ", once more")", at: text.location(range.lowerBound))
        return KeyTextPeel(anomaly, rest: .text(decoded, isBase64: true))
    }

    static func isBase64(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.allSatisfy { text[$0].isBase64 || text[$0].isPadding || text[$0].isASCIIWhitespace }
    }

    static func decoded(_ text: Span<UInt8>, _ range: Range<Int>) -> SecretBytes? {
        guard let body = try? KeyTextBody(text, range) else { return nil }
        return try? body.characters.decodedBase64()
    }

    /// What a key text can begin as: ASCII, or UTF-8 or UTF-16 with a mark. Anything else was not text before.
    private static func isText(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 4 else { return false }
        if bytes[0] >= 0xFE && bytes[1] >= 0xFE { return true }
        if bytes[0] == 0xEF && bytes[1] == 0xBB { return true }
        let isUTF16 = bytes.count >= 8 && (bytes[1] == 0 && bytes[3] == 0 || bytes[0] == 0 && bytes[2] == 0)
        return isUTF16
            || bytes.indices.prefix(16).allSatisfy { bytes[$0].isASCIIWhitespace || (0x20...0x7E).contains(bytes[$0]) }
    }
}

extension SecretBytes {
    /// - Throws: a `base64.…` code.
    func decodedBase64() throws(AuthKeysError) -> SecretBytes {
        try withBytes { characters throws(AuthKeysError) in
            try SecretBytes(capacity: Base64.maximumDecodedCount(characters.count)) { output throws(AuthKeysError) in
                try Base64.decode(characters, into: &output)
            }
        }
    }
}
