public import CryptoOpenSSL
public import Encodings

/// A form in which the PEM text of a key fits on one line, for an environment variable.
public enum KeyWrapping: String, Sendable, CaseIterable {
    /// Base64 of the PEM text, for a reader that decodes it (`JWT_PRIVATE_KEY_BASE64`).
    case base64
    /// `\n` in two characters for every line end, for a reader that decodes escapes (double quotes in dotenv, JSON).
    case escaped
    /// A space for every line end but the last: what Convex Auth stores, and ``PEM/encodeOnOneLine(_:label:)`` writes.
    case spaces

    /// Wraps the key in `text`, in whatever form ``KeyText`` reads it. What is returned was read back and is that key.
    /// - Throws: what ``KeyText/repaired()`` throws, and `keytext.other-format` for what is not PEM.
    public func wrap(_ text: Span<UInt8>) throws(AuthKeysError) -> SecretBytes {
        let source = try KeyText(reading: text).repaired()
        guard source.content.label != nil else {
            throw AuthKeysError(
                KeyTextCode.otherFormat, "\(source.content), where a key in PEM is wrapped",
                hint: Self.hint(source.content))
        }
        let wrapped = source.text.withBytes { wrapCanonical($0) }
        let readBack = try wrapped.withBytes { text throws(AuthKeysError) in try KeyText(reading: text).repaired() }
        guard readBack.text.isEqual(to: source.text) else {
            throw AuthKeysError(InternalCode.proofFailed, "the wrapped key, read back, is another text than the key")
        }
        return wrapped
    }

    private static func hint(_ content: KeyText.Content) -> String? {
        switch content {
        case .jwk(let isPrivate):
            "authkeys key convert SOURCE --to \(isPrivate ? "pkcs8" : "spki") --out FILE writes it as PEM"
        case .jwks: "take the key that is meant out of its array 'keys', and convert it: authkeys key convert"
        default: nil
        }
    }

    private func wrapCanonical(_ pem: Span<UInt8>) -> SecretBytes {
        if self == .base64 {
            return SecretBytes(capacity: Base64.encodedCount(pem.count)) { Base64.encode(pem, into: &$0) }
        }
        var line = SecretBuilder(reservingCapacity: pem.count + pem.count / 16)
        for index in pem.indices {
            if pem[index] != UInt8(ascii: "\n") {
                line.append(pem[index])
            } else if self == .escaped {
                line.append("\\n")
            } else if index < pem.count - 1 {
                line.append(0x20)
            }
        }
        return line.finish()
    }
}
