/// Signs in compact serialisation (RFC 7515 §5.1, §7.1).
public struct JWSSigner: Sendable {
    private let key: RSAPrivateKey
    private let algorithm: JWSAlgorithm
    private let encodedHeader: String

    /// - Parameters:
    ///   - key: what signs.
    ///   - algorithm: the header's `alg`.
    ///   - keyID: the header's `kid`; `nil` for none.
    ///   - type: the header's `typ`; `nil` for none.
    /// - Throws: `key.size`, when the key is shorter than the algorithm allows.
    public init(
        key: RSAPrivateKey, algorithm: JWSAlgorithm = .rs256, keyID: KeyID?, type: String? = "JWT"
    ) throws(AuthKeysError) {
        guard key.keySizeInBits >= algorithm.minimumKeySizeInBits else {
            throw AuthKeysError(
                KeyCode.size,
                "a key of \(key.keySizeInBits) bits; \(algorithm.name) needs \(algorithm.minimumKeySizeInBits) or more")
        }
        self.key = key
        self.algorithm = algorithm
        let header = ProtectedHeader(algorithm: algorithm, type: type, keyID: keyID)
        encodedHeader = Base64URL.encode(header.json.compactJSON.utf8.span)
    }

    public func sign(_ payload: Span<UInt8>) throws(AuthKeysError) -> String {
        let signingInput = encodedHeader + "." + Base64URL.encode(payload)
        let signature = try key.signature(for: signingInput.utf8.span, hash: algorithm.hash)
        return signingInput + "." + Base64URL.encode(signature.span)
    }

    /// Signs the compact JSON of the claims.
    public func sign(_ claims: JSONValue) throws(AuthKeysError) -> String {
        try sign(claims.compactJSON.utf8.span)
    }
}
