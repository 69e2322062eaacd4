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
    /// Why the numbers in it are none of a key, where the text holds numbers as a private key does.
    package let impossibleNumbers: AuthKeysError?
    /// The thumbprint of the key's public half (RFC 7638, SHA-256).
    package let thumbprint: KeyID?

    package init(reading value: SecretBytes, at place: ValuePlace, for profile: Profile) {
        self.place = place
        byteCount = value.count
        text = value.withBytes { KeyText(reading: $0) }
        refusal = value.withBytes { profile.accepts(privateKeyText: $0) }.refusal
        var key = Self.key(text)
        var impossibleNumbers: AuthKeysError?
        if case .failure(let error) = key, error.code == KeyCode.malformed.code {
            // A reader that is less careful can take the numbers all the same.
            let content = text.content
            let laxKey = value.withBytes { Self.privateKey($0, content) }
            switch laxKey {
            case .success: key = laxKey
            case .failure(let error): impossibleNumbers = Self.numberCodes.contains(error.code) ? error : nil
            }
        }
        self.key = key
        self.impossibleNumbers = impossibleNumbers
        thumbprint = try? key.get().publicKey.thumbprint()
    }

    package var publicKey: RSAPublicKey? { (try? key.get())?.publicKey }

    /// What is said of numbers in a structure that can be read.
    private static let numberCodes: Set<AuthKeysError.Code> = [
        KeyCode.exponent.code, KeyCode.modulus.code, KeyCode.nonCanonical.code,
    ]

    private static func key(_ text: KeyText) -> Result<RSAPrivateKey, AuthKeysError> {
        do throws(AuthKeysError) {
            let repair = try text.repaired()
            return .success(
                try repair.text.withBytes { bytes throws(AuthKeysError) in
                    if case .jwk = repair.content { return try PrivateJWK(parsing: bytes).key }
                    return try privateKey(bytes, repair.content).get()
                })
        } catch {
            return .failure(error)
        }
    }

    private static func privateKey(
        _ text: Span<UInt8>, _ content: KeyText.Content
    ) -> Result<RSAPrivateKey, AuthKeysError> {
        do throws(AuthKeysError) {
            let read = try KeyReader(grammar: .lax, acceptsDeviations: true).read(text)
            guard case .privateKey(let key) = read.material else {
                throw AuthKeysError(
                    KeyCode.publicOnly, "\(content), where a private key is expected",
                    hint: "give the private key: the text that begins with -----BEGIN PRIVATE KEY-----")
            }
            return .success(key)
        } catch {
            return .failure(error)
        }
    }
}
