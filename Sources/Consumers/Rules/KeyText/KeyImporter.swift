/// The `atob` and `importKey` of a JavaScript runtime, in whose words jose's `importPKCS8` refuses what it cannot read.
struct KeyImporter: Sendable {
    /// `{byte}` and `{offset}` are put in.
    let invalidByte: String
    let remainder: String
    /// What is no PrivateKeyInfo.
    let malformed: String
    let otherAlgorithm: String
    /// The PrivateKeyInfo holds something else than an RSAPrivateKey.
    let malformedKey: String
    /// Whether bytes after the key and numbers that do not belong together are passed over.
    let looksAtStructureOnly: Bool
    /// What cannot be signed with.
    let evenModulus: String

    /// Convex's own (`crates/isolate/src/ops/text.rs`, `subtle_crypto/rsa.rs`).
    static let convex = Self(
        invalidByte: "InvalidCharacterError: Failed to execute 'atob': Invalid byte {byte}, offset {offset}.",
        remainder: "InvalidCharacterError: Failed to execute 'atob': Encoded text cannot have a 6-bit remainder.",
        malformed: "DataError: invalid RSA PrivateKeyInfo",
        otherAlgorithm: "DataError: PrivateKeyInfo algorithm is not rsaEncryption",
        malformedKey: "DataError: invalid RSA PrivateKey",
        looksAtStructureOnly: false,
        evenModulus: "DataError: invalid RSA PrivateKey")

    /// WebCrypto of Node 20 and later, which is OpenSSL's.
    static let node = Self(
        invalidByte: "InvalidCharacterError: Invalid character",
        remainder: "InvalidCharacterError: The string to be decoded is not correctly encoded.",
        malformed: "DataError: Invalid keyData",
        otherAlgorithm: "DataError: Invalid key type",
        malformedKey: "DataError: Invalid keyData",
        looksAtStructureOnly: true,
        evenModulus: "OperationError: The operation failed for an operation-specific reason")
}
