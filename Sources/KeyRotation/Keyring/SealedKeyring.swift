public import AuthKeysJOSE
public import CryptoOpenSSL

/// A keyring that is hidden and authenticated as a whole, under a passphrase.
///
/// ```
/// {"schema":"authkeys.sealed-keyring/1","protected":"…","iv":"…","ciphertext":"…","tag":"…"}
/// ```
/// The members are base64url without padding, as in the JSON serialization of a JWE (RFC 7516 §7.2): `protected` is the
/// text `{"enc":"A256GCM","kdf":"scrypt","N":131072,"r":8,"p":1,"salt":"…"}`. The key is scrypt (RFC 7914) of the
/// passphrase, 32 bytes; the cipher is AES-256-GCM with a nonce of 12 bytes that is new each time, and with the characters
/// of `protected` as what is authenticated besides (RFC 7516 §5.1). What is hidden is the text of the keyring.
///
/// A file says how much work it takes to open it. More than 1 GiB of memory, or 2^20 rounds, is refused unread: whoever can
/// put a file in place could otherwise stop the machine.
public enum SealedKeyring {
    static let family = "authkeys.sealed-keyring/"

    /// 128 MiB of memory, and about half a second.
    package static let usualCost = Scrypt(cost: 1 << 17, blockSize: 8, parallelization: 1)

    static let memoryLimit: UInt64 = 1 << 30
    static let costs: ClosedRange<UInt64> = 1 << 14...1 << 20
    static let blockSizes: ClosedRange<UInt64> = 1...32
    static let parallelizations: ClosedRange<UInt64> = 1...4

    /// Whether the text is a sealed keyring, whatever its version.
    public static func isSealed(_ text: Span<UInt8>) -> Bool {
        let mark = Array("\"\(family)".utf8)
        // It stands in the first member.
        let end = min(text.count, 256)
        guard end >= mark.count else { return false }
        return (0...end - mark.count).contains { start in mark.indices.allSatisfy { text[start + $0] == mark[$0] } }
    }

    /// - Throws: `crypto.failed`.
    public static func seal(_ keyring: SecretBytes, passphrase: SecretBytes) throws(AuthKeysError) -> [UInt8] {
        try seal(keyring, passphrase: passphrase, cost: usualCost)
    }

    package static func seal(
        _ keyring: SecretBytes, passphrase: SecretBytes, cost: Scrypt
    ) throws(AuthKeysError) -> [UInt8] {
        let salt = try RandomBytes.make(16)
        let nonce = try RandomBytes.make(AES256GCM.nonceByteCount)
        let header = JSONValue.object([
            "enc": .string("A256GCM"), "kdf": .string("scrypt"), "N": .integer(Int64(cost.cost)),
            "r": .integer(Int64(cost.blockSize)), "p": .integer(Int64(cost.parallelization)),
            "salt": .string(Base64URL.encode(salt.span)),
        ])
        let protected = Base64URL.encode(Array(header.compactJSON.utf8).span)
        let key = try cost.key(of: passphrase, salt: salt.span, byteCount: AES256GCM.keyByteCount)
        let sealed = try AES256GCM.seal(keyring, key: key, nonce: nonce, associated: Array(protected.utf8))
        let json = JSONValue.object([
            "schema": .string("\(family)1"), "protected": .string(protected),
            "iv": .string(Base64URL.encode(nonce.span)),
            "ciphertext": .string(Base64URL.encode(sealed.ciphertext.span)),
            "tag": .string(Base64URL.encode(sealed.tag.span)),
        ])
        return Array((json.compactJSON + "\n").utf8)
    }

    /// - Throws: `rotation.malformed`, `rotation.newer-version`, `rotation.sealing-cost`; `encrypted.wrong-passphrase`,
    ///   also for a file that was changed: the two cannot be told apart.
    public static func open(_ text: Span<UInt8>, passphrase: SecretBytes) throws(AuthKeysError) -> SecretBytes {
        let json: JSONValue
        do throws(AuthKeysError) {
            json = try JSON.parse(text, limits: JSONLimits(bytes: Keyring.fileSizeLimit, depth: 2))
        } catch {
            throw AuthKeysError(
                RotationCode.malformed, "the sealed keyring is cut off or damaged: \(error.message)",
                hint: "nothing was changed; take the file of a backup", at: error.location,
                underlying: [error.description])
        }
        try KeyringSchema.require(family, 1, in: json)
        let object = try StrictObject(
            json, "the sealed keyring", allowing: ["schema", "protected", "iv", "ciphertext", "tag"])
        let header = try SealedKeyringHeader(object)
        let key = try header.cost.key(of: passphrase, salt: header.salt.span, byteCount: AES256GCM.keyByteCount)
        let sealed = AES256GCM.Sealed(ciphertext: try object.bytes("ciphertext"), tag: try object.bytes("tag"))
        let opened = try AES256GCM.open(
            sealed, key: key, nonce: try object.bytes("iv"), associated: Array(header.protected.utf8))
        guard let opened else {
            throw AuthKeysError(
                EncryptedKeyCode.wrongPassphrase, "the passphrase does not open this keyring, or the file was changed",
                hint: "a passphrase file counts every byte: look for a second line or spaces at its end")
        }
        return opened
    }
}

extension StrictObject {
    func bytes(_ name: String) throws(AuthKeysError) -> [UInt8] {
        let text = try string(name)
        do throws(AuthKeysError) { return try Base64URL.decode(text) } catch {
            throw wrong(name, try value(name), "base64url")
        }
    }
}
