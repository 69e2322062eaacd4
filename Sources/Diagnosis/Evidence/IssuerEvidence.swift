/// Whose tokens these are: the `iss` that the signer writes and the verifier looks up.
package struct IssuerEvidence: Sendable, Hashable {
    package let text: String
    package let place: ValuePlace

    package init(_ text: String, at place: ValuePlace) {
        self.text = text
        self.place = place
    }
}
