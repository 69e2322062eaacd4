internal import AuthKeysJOSE
package import Encodings
package import KeyFormats

/// The text of a JWK set, and what was made of it.
package struct KeySetEvidence: Sendable {
    /// The file it is in, for the commands that mend it; `nil` when it is in none.
    package let path: String?
    /// `nil` where the set is the only thing that is judged.
    package let place: ValuePlace?
    package let byteCount: Int
    /// What the text is instead, where it is PEM, which some put into `JWKS`.
    package let pem: KeyText.Content?
    /// What the text is instead, where it is something else that is known to end up there.
    package let substitute: KeySetSubstitute?
    package let contents: Result<KeySetContents, AuthKeysError>

    package init(reading text: Span<UInt8>, path: String? = nil, at place: ValuePlace? = nil) {
        self.path = path
        self.place = place
        byteCount = text.count
        do throws(AuthKeysError) {
            contents = .success(KeySetContents(try JWKSetDocument(reading: text)))
            pem = nil
            substitute = nil
        } catch {
            contents = .failure(error)
            pem = Self.pem(text)
            substitute = pem == nil ? KeySetSubstitute(of: text) : nil
        }
    }

    private static func pem(_ text: Span<UInt8>) -> KeyText.Content? {
        let content = KeyText(reading: text).content
        return content.label != nil || content == .otherPEM ? content : nil
    }
}
