internal import AuthKeysJOSE
package import Encodings

/// The text of a JWK set, and what was made of it.
package struct KeySetEvidence: Sendable {
    /// The file it is in, for the commands that mend it; `nil` when it is in none.
    package let path: String?
    package let byteCount: Int
    /// Whether the text is PEM, which some put into `JWKS`.
    package let isPEM: Bool
    package let contents: Result<KeySetContents, AuthKeysError>

    package init(reading text: Span<UInt8>, path: String? = nil) {
        self.path = path
        byteCount = text.count
        isPEM = Self.begins(with: "-----BEGIN ", text)
        do throws(AuthKeysError) {
            contents = .success(KeySetContents(try JWKSetDocument(reading: text)))
        } catch {
            contents = .failure(error)
        }
    }

    private static func begins(with expected: StaticString, _ text: Span<UInt8>) -> Bool {
        let expected = Array(expected.description.utf8)
        return text.count >= expected.count && expected.indices.allSatisfy { text[$0] == expected[$0] }
    }
}
