internal import AuthKeysJOSE
internal import CryptoOpenSSL
internal import Encodings
internal import HTTPExchange
internal import HostSystem

/// The set that the live system publishes, and when it was answered by the clock of whoever answered.
struct LiveSet: Sendable {
    let set: JWKSet
    /// `nil` where nobody said.
    let date: NumericDate?

    /// - Throws: what reading throws; the codes of `JWKSet(parsing:)`: a set with a key twice, or with private members, is
    ///   refused as a whole.
    init(_ source: InputSource, _ context: CommandContext) throws(AuthKeysError) {
        var date: NumericDate?
        let text: SecretBytes
        if case .url(let url) = source {
            let response = try context.inputs.fetch(
                HTTPRequest(
                    url: url.text,
                    headers: [
                        HTTPField(name: "Accept", value: "application/jwk-set+json, application/json;q=0.9"),
                        HTTPField(name: "Cache-Control", value: "no-cache"),
                    ]))
            guard response.status == 200 else {
                throw AuthKeysError(
                    NetworkCode.status, "'\(url.origin)' answered with status \(response.status); 200 was expected",
                    hint: "check the path of the URL, such as /.well-known/jwks.json")
            }
            date = response.date
            text = SecretBytes(copying: response.body.span)
        } else {
            text = try JWKSInput.text(source, context)
        }
        do throws(AuthKeysError) {
            try JWKSInput.refuseKey(text, in: source)
            set = try text.withBytes { bytes throws(AuthKeysError) in
                try JWKSet(parsing: bytes, unusableKeys: .skip)
            }
        } catch { throw error.about(source.displayName) }
        self.date = date
    }
}
