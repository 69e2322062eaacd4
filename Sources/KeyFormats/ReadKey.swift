public import Encodings

/// A key and how it was found.
public struct ReadKey: Sendable {
    public let material: KeyMaterial
    public let form: KeyForm
    public let encoding: KeyEncoding
    /// How it was encrypted; `nil` when it was not.
    public let encryption: KeyEncryptionScheme?
    /// What departs from the standards and was accepted; empty for a strict ``KeyReader``.
    public let deviations: [AuthKeysError.Code]

    public var isEncrypted: Bool { encryption != nil }
}
