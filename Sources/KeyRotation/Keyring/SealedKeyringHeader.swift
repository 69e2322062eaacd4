internal import AuthKeysJOSE
internal import CryptoOpenSSL

/// What stands in `protected`: how the key is made of the passphrase, and what it opens.
struct SealedKeyringHeader {
    /// As it stands in the file, which is what is authenticated.
    let protected: String
    let cost: Scrypt
    let salt: [UInt8]

    /// - Throws: `rotation.malformed`, `rotation.sealing-cost`.
    init(_ file: StrictObject) throws(AuthKeysError) {
        protected = try file.string("protected")
        let text = try file.bytes("protected")
        let json: JSONValue
        do throws(AuthKeysError) { json = try JSON.parse(text.span, limits: .token) } catch {
            throw StrictObject.malformed("the header of the sealed keyring is no JSON", at: nil)
        }
        let header = try StrictObject(
            json, "the header of the sealed keyring", allowing: ["enc", "kdf", "N", "r", "p", "salt"])
        guard try header.string("enc") == "A256GCM", try header.string("kdf") == "scrypt" else {
            throw StrictObject.malformed("the keyring is sealed with another cipher than A256GCM and scrypt", at: nil)
        }
        salt = try header.bytes("salt")
        let cost = Scrypt(
            cost: UInt64(try header.integer("N")), blockSize: UInt64(try header.integer("r")),
            parallelization: UInt64(try header.integer("p")))
        guard SealedKeyring.costs.contains(cost.cost), cost.cost.nonzeroBitCount == 1,
            SealedKeyring.blockSizes.contains(cost.blockSize),
            SealedKeyring.parallelizations.contains(cost.parallelization),
            cost.memoryInBytes <= SealedKeyring.memoryLimit, (8...64).contains(salt.count)
        else {
            throw AuthKeysError(
                RotationCode.sealingCost,
                "the keyring says that opening it takes scrypt with N \(cost.cost), r \(cost.blockSize), p "
                    + "\(cost.parallelization) and a salt of \(salt.count) bytes, which is outside of what is done here",
                hint: "nothing was changed; take the file of a backup")
        }
        self.cost = cost
    }
}
