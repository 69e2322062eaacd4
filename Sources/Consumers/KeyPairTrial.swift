public import AuthKeysJOSE
public import Encodings

extension Profile {
    /// Takes both values as this consumer would find them: reads the private key with its reader, signs a token as it
    /// signs, selects a key of the set as it selects, and verifies the token with that key.
    ///
    /// - Parameters:
    ///   - privateKeyText: the value of `JWT_PRIVATE_KEY`.
    ///   - jwks: the value of `JWKS`.
    ///   - time: the token's `iat`.
    /// - Returns: the public half of the key that was read.
    /// - Throws: `consumer.value-too-large`, `consumer.key-text-refused`, `consumer.key-size`,
    ///   `consumer.token-refused`; the codes of `JWKSetDocument.init(reading:)`.
    @discardableResult
    public func tryOut(
        privateKeyText: Span<UInt8>, jwks: Span<UInt8>, at time: NumericDate
    ) throws(AuthKeysError) -> RSAPublicKey {
        try requireRoom(for: "JWT_PRIVATE_KEY", byteCount: privateKeyText.count)
        try requireRoom(for: "JWKS", byteCount: jwks.count)
        let key = try readPrivateKey(privateKeyText)
        let document = try JWKSetDocument(reading: jwks)
        let published = document.entries.compactMap { try? $0.key.get() }.first { $0.key == key.publicKey }
        let token = try signer(key: key, keyID: published?.keyID).sign(trialClaims(at: time))
        try verify(token, with: document)
        return key.publicKey
    }

    private func requireRoom(for name: String, byteCount: Int) throws(AuthKeysError) {
        guard let limit = valueLimitInBytes, byteCount > limit else { return }
        throw AuthKeysError(
            ConsumerCode.valueTooLarge, "\(name) has \(byteCount) bytes, and \(self.name) stores at most \(limit)",
            hint: "use a shorter key, or fewer keys in the set")
    }

    private func readPrivateKey(_ text: Span<UInt8>) throws(AuthKeysError) -> RSAPrivateKey {
        let key: RSAPrivateKey
        do throws(Refusal) {
            key = try keyTextReader.key(text)
        } catch {
            throw AuthKeysError(ConsumerCode.keyTextRefused, "\(name) does not read the private key: \(error.message)")
        }
        guard key.keySizeInBits >= minimumKeySizeInBits else {
            throw AuthKeysError(
                ConsumerCode.keySize,
                "a key of \(key.keySizeInBits) bits, and \(name) takes \(minimumKeySizeInBits) or more",
                hint: "authkeys generate --bits \(minimumKeySizeInBits)")
        }
        return key
    }

    private func verify(_ token: String, with document: JWKSetDocument) throws(AuthKeysError) {
        let header = try CompactJWS(token).header
        let selected: JWK
        do throws(Refusal) {
            selected = try keySelection.key(for: header, in: document)
        } catch {
            throw AuthKeysError(ConsumerCode.tokenRefused, "\(name) finds no key for the token: \(error.message)")
        }
        do throws(AuthKeysError) {
            // The selection has judged its other members by this consumer's rules, which are not JWSVerifier's.
            _ = try JWSVerifier(keys: JWKSet([JWK(selected.key, keyID: selected.keyID)])).verify(token)
        } catch {
            throw AuthKeysError(
                ConsumerCode.tokenRefused, "\(name) refuses the token: \(error.message)",
                hint: "derive the JWKS from this private key again", underlying: [error.description])
        }
    }

    /// The members that Convex Auth's tokens have (RFC 7519 §4.1); one hour of life.
    private func trialClaims(at time: NumericDate) -> JSONValue {
        let (expiry, overflowed) = time.secondsSince1970.addingReportingOverflow(3600)
        return .object([
            "sub": .string("authkeys|trial"), "iat": .integer(time.secondsSince1970),
            "iss": .string("https://authkeys.invalid"), "aud": .string("convex"),
            "exp": .integer(overflowed ? .max : expiry),
        ])
    }
}
