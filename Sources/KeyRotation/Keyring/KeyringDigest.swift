internal import AuthKeysJOSE
internal import CryptoOpenSSL

/// The last member of a keyring's file: `"digest"`, SHA-256 in base64url of every byte of the file before its value.
///
/// It finds each edit by hand, whether or not the keyring contradicts itself then. It proves nothing about who wrote the
/// file, which everybody could who may: only a sealed keyring is authenticated.
enum KeyringDigest {
    static let member = "digest"

    static func text(of bytes: Span<UInt8>) throws(AuthKeysError) -> String {
        let digest = try SHA2.sha256.digest(bytes)
        return Base64URL.encode(digest.span)
    }

    /// - Throws: `rotation.malformed` without a digest at the end, `rotation.inconsistent` for one of something else.
    static func require(_ object: StrictObject, in text: Span<UInt8>) throws(AuthKeysError) {
        let digest = try object.string(member)
        let start = try object.value(member).byteOffset
        let isLast = isEnd(text, after: start + digest.utf8.count + 2)
        let expected = try Self.text(of: text.extracting(0..<min(start, text.count)))
        guard isLast, digest.utf8.elementsEqual(expected.utf8) else {
            throw AuthKeysError(
                RotationCode.inconsistent,
                "the keyring was edited: its digest is not that of what stands before it",
                hint: "nothing was changed; take the file of a backup, and edit no keyring by hand")
        }
    }

    /// Whether nothing but the brace that closes the document follows.
    private static func isEnd(_ text: Span<UInt8>, after index: Int) -> Bool {
        guard index < text.count, text[index] == UInt8(ascii: "}") else { return false }
        for place in index + 1..<text.count where text[place] != UInt8(ascii: "\n") { return false }
        return true
    }
}
