/// What EMSA-PKCS1-v1_5 makes of a digest (RFC 8017 §9.2): `00 01 FF … FF 00`, then the DER of a DigestInfo, at whose end
/// the digest stands.
struct EncodedMessage {
    let beforeDigest: [UInt8]

    /// - Parameter byteCount: of the modulus; `nil` when there is no room for the eight FF that §9.2 asks for.
    init?(_ hash: SHA2, byteCount: Int) {
        let prefix = hash.digestInfoPrefix
        let padding = byteCount - 3 - prefix.count - hash.byteCount
        guard padding >= 8 else { return nil }
        beforeDigest = [0x00, 0x01] + Array(repeating: 0xFF, count: padding) + [0x00] + prefix
    }
}

extension SHA2 {
    /// The DER of a DigestInfo up to the digest (RFC 8017 §9.2, note 1); its algorithm is 2.16.840.1.101.3.4.2 and one
    /// number more, with NULL for parameters.
    var digestInfoPrefix: [UInt8] {
        let last: UInt8 =
            switch self {
            case .sha256: 1
            case .sha384: 2
            case .sha512: 3
            }
        let count = UInt8(byteCount)
        return [
            0x30, 17 + count, 0x30, 13, 0x06, 9, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, last, 0x05, 0,
            0x04, count,
        ]
    }
}
