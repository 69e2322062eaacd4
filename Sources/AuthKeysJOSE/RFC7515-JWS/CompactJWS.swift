/// The three parts of a JWS in compact serialisation (RFC 7515 §7.1), read and not yet believed.
public struct CompactJWS: Sendable {
    public let header: ProtectedHeader
    public let payload: [UInt8]

    /// The longest token, in bytes.
    public static let maximumLength = 16 * 1024

    /// - Throws: `jws.malformed`, `jws.header-member`, a `base64.…` or a `json.…` code.
    public init(_ token: String) throws(AuthKeysError) {
        let parts = try JWSParts(token.utf8.span)
        header = try ProtectedHeader(parts.decodedHeader)
        payload = parts.payload
    }
}
