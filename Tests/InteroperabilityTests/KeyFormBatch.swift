import Foundation
import Testing

/// What a reader is asked about all keys in all its forms at once: `Tests/Clients/keys_client.*`.
struct KeyFormBatch: Encodable, Sendable {
    struct Item: Hashable, Sendable {
        let form: WrittenForm
        let bits: Int
        let hasOtherPassphrase: Bool
    }

    struct Key: Encodable, Sendable {
        let form: WrittenForm
        /// Base64, when it is encoded as JSON.
        let bytes: Data
        /// `nil` for what is not encrypted.
        let passphrase: String?
        /// Of ``message``, by the key that was written; for a public key to verify.
        let signature: String
    }

    let message = WrittenKey.message
    let otherMessage = WrittenKey.otherMessage
    let keys: [Key]

    static func items(of forms: [WrittenForm]) -> [Item] {
        WrittenKey.sizes.flatMap { bits in
            forms.map { Item(form: $0, bits: bits, hasOtherPassphrase: false) }
                + forms.filter(\.isEncrypted).map { Item(form: $0, bits: bits, hasOtherPassphrase: true) }
        }
    }

    init(_ forms: [WrittenForm]) throws {
        keys = try Self.items(of: forms).map { item in
            let written = try WrittenKey.ofSize(item.bits)
            let passphrase = item.hasOtherPassphrase ? "another" : WrittenKey.passphrase
            return Key(
                form: item.form, bytes: Data(try #require(written.bytes[item.form])),
                passphrase: item.form.isEncrypted ? passphrase : nil, signature: written.signature)
        }
    }
}
