package import AuthKeysJOSE
package import Consumers
internal import Encodings
internal import KeyFormats

/// The text of a private key: what is unusual about it, what the consumer says of it, and the key in it.
package struct PrivateKeyEvidence: Sendable {
    package let place: ValuePlace
    package let byteCount: Int
    package let text: KeyText
    /// What the consumer says of the text as it stands; `nil` when it reads it.
    package let refusal: Refusal?
    /// The key, where the text can be read, as it stands or after a repair that needs no guess.
    package let key: Result<RSAPrivateKey, AuthKeysError>
    /// The thumbprint of the key's public half (RFC 7638, SHA-256).
    package let thumbprint: KeyID?

    package init(reading value: SecretBytes, at place: ValuePlace, for profile: Profile) {
        self.place = place
        byteCount = value.count
        text = value.withBytes { KeyText(reading: $0) }
        refusal = value.withBytes { profile.accepts(privateKeyText: $0) }.refusal
        key = Self.key(text)
        thumbprint = try? key.get().publicKey.thumbprint()
    }

    package var publicKey: RSAPublicKey? { (try? key.get())?.publicKey }

    private static func key(_ text: KeyText) -> Result<RSAPrivateKey, AuthKeysError> {
        do throws(AuthKeysError) {
            let repair = try text.repaired()
            return .success(
                try repair.text.withBytes { bytes throws(AuthKeysError) in
                    if case .jwk = repair.content { return try PrivateJWK(parsing: bytes).key }
                    let read = try KeyReader(grammar: .lax, acceptsDeviations: true).read(bytes)
                    guard case .privateKey(let key) = read.material else {
                        throw AuthKeysError(
                            KeyCode.publicOnly, "\(repair.content), where a private key is expected",
                            hint: "give the private key: the text that begins with -----BEGIN PRIVATE KEY-----")
                    }
                    return key
                })
        } catch {
            return .failure(error)
        }
    }
}
