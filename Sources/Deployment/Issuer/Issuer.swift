package import Consumers
package import Encodings

/// The URL that tokens name as their issuer, and below which its discovery document is.
package struct Issuer: Sendable, Hashable {
    package let text: String
    /// What is valid and probably a mistake.
    package let doubts: [IssuerComplaint]

    /// - Throws: the `issuer.…` codes for what no verifier could follow. Issuers are compared byte for byte, and
    ///   `/.well-known/…` is put behind them.
    package init(_ text: String, as role: IssuerRole = .service) throws(AuthKeysError) {
        let complaints = IssuerCheck.complaints(about: text, as: role)
        if let refusal = complaints.first(where: \.isRefusal) { throw refusal.error }
        self.text = text
        doubts = complaints
    }

    var wellKnown: String { text + "/.well-known" }
}
