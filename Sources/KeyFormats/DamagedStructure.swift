internal import Encodings

/// Says which structure it was that a `der.…` error came from.
enum DamagedStructure {
    /// - Parameter name: with its article, such as "a PKCS#8 PrivateKeyInfo".
    /// - Throws: `key.non-canonical` where another encoding of the same key was found, else `key.malformed`; what is not
    ///   a `der.…` code passes unchanged.
    static func naming<Result>(
        _ name: String, _ body: () throws(AuthKeysError) -> Result
    ) throws(AuthKeysError) -> Result {
        do throws(AuthKeysError) {
            return try body()
        } catch {
            let code: KeyCode
            switch error.code {
            case DERCode.encoding.code, DERCode.trailingContent.code: code = .nonCanonical
            case DERCode.truncated.code, DERCode.unexpectedType.code: code = .malformed
            default: throw error
            }
            let place = error.location.map { " at byte \($0.byteOffset) of its DER" } ?? ""
            throw AuthKeysError(
                code, "\(name) is expected: \(error.message)\(place)", hint: error.hint,
                underlying: [error.description])
        }
    }
}
