/// The three parts of a JWS in compact serialisation (RFC 7515 §7.1), read and not yet believed.
public struct CompactJWS: Sendable {
    public let header: ProtectedHeader
    public let payload: [UInt8]
    let signature: [UInt8]
    /// The bytes that are signed: the first two parts as they were written, and the dot between them (RFC 7515 §5.1).
    let signingInput: [UInt8]

    /// The longest token, in bytes.
    public static let maximumLength = 16 * 1024

    /// - Throws: `jws.malformed`, `jws.header-member`, a `base64.…` or a `json.…` code.
    public init(_ token: String) throws(AuthKeysError) {
        let bytes = Array(token.utf8)
        guard bytes.count <= Self.maximumLength else {
            throw AuthKeysError(
                JOSECode.malformedToken, "a token of \(bytes.count) bytes, at most \(Self.maximumLength) are read")
        }
        let dots = bytes.indices.filter { bytes[$0] == UInt8(ascii: ".") }
        guard dots.count == 2 else {
            throw AuthKeysError(JOSECode.malformedToken, "\(dots.count + 1) parts joined by dots where a JWS has 3")
        }
        let text = bytes.span
        header = try ProtectedHeader(Base64URL.decode(text.extracting(0..<dots[0])))
        payload = try Base64URL.decode(text.extracting(dots[0] + 1..<dots[1]))
        signature = try Base64URL.decode(text.extracting(dots[1] + 1..<text.count))
        signingInput = Array(bytes[..<dots[1]])
    }
}
