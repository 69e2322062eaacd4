package import Encodings
package import KeyFormats

/// A variable that is set, somewhere.
package struct VariableEvidence: Sendable {
    package let name: String
    package let value: SecretBytes
    package let place: ValuePlace
    /// For a variable whose name ends in `_FILE`: what is in the file that it names.
    package let contents: Result<SecretBytes, AuthKeysError>?

    package init(
        name: String, value: SecretBytes, place: ValuePlace, contents: Result<SecretBytes, AuthKeysError>? = nil
    ) {
        self.name = name
        self.value = value
        self.place = place
        self.contents = contents
    }

    package var isEmpty: Bool { value.count == 0 }

    /// For what is no secret: an origin, the name of an instance.
    package var text: String { String(decoding: value.exposeSecret(), as: UTF8.self) }
}
