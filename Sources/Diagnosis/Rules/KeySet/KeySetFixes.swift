internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

/// What mends a set, spelled in one place. A command is one that can be run as it stands, else it is told in words.
struct KeySetFixes {
    /// `nil` where the set is in no file.
    let path: String?
    /// The public half of the key that signs, where that was given.
    var signer: RSAPublicKey?
    /// Where the private key is; `nil` where no `SOURCE` names it.
    var source: String?

    init(path: String?, privateKey: PrivateKeyEvidence? = nil) {
        self.path = path
        signer = privateKey?.publicKey
        source = signer == nil ? nil : privateKey?.place.nameableSource
    }

    func remove(_ keyID: KeyID) -> Finding.Fix {
        guard let file = path.flatMap({ word($0) }), let name = word(keyID.description) else {
            return .edit("remove the key with the kid \(keyID.quoted) from the set")
        }
        return .command("authkeys jwks remove -- \(file) \(name)")
    }

    /// A new set, of the key that signs.
    func derive() -> Finding.Fix {
        source == nil ? .edit(deriving) : .command(deriving)
    }

    /// The same as a part of a sentence.
    var deriving: String { "authkeys jwks derive \(source ?? "SOURCE")" }

    /// A new set, of the key that stands where the set should.
    func deriveFromText() -> Finding.Fix {
        guard let file = path.flatMap({ word($0) }) else { return derive() }
        return .command("authkeys jwks derive \(file.utf8.first == UInt8(ascii: "-") ? "-- " : "")\(file)")
    }

    /// `nil` for what no shell word can hold.
    private func word(_ text: String) -> String? {
        try? Escaper.shellWord(text)
    }
}
