/// Signs in compact serialisation (RFC 7515 §5.1, §7.1).
public struct JWSSigner: Sendable {
    private let key: RSAPrivateKey
    private let algorithm: JWSAlgorithm
    /// With the dot behind it.
    private let encodedHeader: [UInt8]

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
        encodedHeader = Array((Base64URL.encode(header.json.compactJSONBytes.span) + ".").utf8)
    }

    public func sign(_ payload: Span<UInt8>) throws(AuthKeysError) -> String {
        var token: [UInt8] = []
        token.reserveCapacity(
            encodedHeader.count + Base64URL.encodedCount(payload.count) + 1
                + Base64URL.encodedCount((key.keySizeInBits + 7) / 8))
        token.append(encodedHeader.span)
        Base64URL.encode(payload, to: &token)
        let signature = try key.signature(for: token.span, hash: algorithm.hash)
        token.append(UInt8(ascii: "."))
        Base64URL.encode(signature.span, to: &token)
        return String(decoding: token, as: UTF8.self)
    }

    /// Signs the compact JSON of the claims.
    public func sign(_ claims: JSONValue) throws(AuthKeysError) -> String {
        try sign(claims.compactJSONBytes.span)
    }
}
