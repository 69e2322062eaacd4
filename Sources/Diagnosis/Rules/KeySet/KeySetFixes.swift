internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

/// What mends a set, spelled in one place. A command is one that can be run as it stands, else it is told in words.
struct KeySetFixes {
    private let evidence: Evidence
    /// `nil` where the set is in no file of its own.
    private let path: String?
    /// The public half of the key that signs, where that was given.
    let signer: RSAPublicKey?
    /// Where the private key is; `nil` where no `SOURCE` names it.
    private let source: String?

    init(_ evidence: Evidence) {
        self.evidence = evidence
        // A keyring holds more than a set.
        let isKeyring = evidence.keySet?.place?.isKeyring ?? false
        path = isKeyring ? nil : evidence.keySet?.path
        signer = evidence.privateKey?.publicKey
        source = signer == nil ? nil : evidence.privateKey?.place.nameableSource
    }

    func remove(_ keyID: KeyID) -> Finding.Fix {
        if let file, let name = word(keyID.description) { return .command("authkeys jwks remove -- \(file) \(name)") }
        // A set that is written anew keeps what else there is only where tokens name their key.
        let correction = evidence.profile.tokensCarryKeyID ? nil : evidence.correction
        return correction ?? .edit("remove the key with the kid \(keyID.quoted) from the set")
    }

    /// A set that has the key that signs.
    func publish() -> Finding.Fix {
        guard let file, let source, isReadAsItStands, evidence.profile.tokensCarryKeyID,
            !evidence.isKeyToBeReplaced
        else {
            return derive()
        }
        return .command("authkeys jwks add -- \(file) \(source)")
    }

    /// A new set, of the key that signs.
    func derive() -> Finding.Fix {
        guard signer != nil, let correction = evidence.correction else { return .edit(deriving) }
        // What tokens name their key for would be lost with the set.
        guard let file, let source, isReadAsItStands, !evidence.profile.tokensCarryKeyID, !evidence.isKeyToBeReplaced
        else { return correction }
        return .command("authkeys jwks derive \(source) --out \(file) --force")
    }

    /// The same as a part of a sentence.
    var deriving: String { "authkeys jwks derive \(source ?? "SOURCE")" }

    /// A new set, of the key that stands where the set should. That key may be the only copy, and is not written over.
    func deriveFromText() -> Finding.Fix {
        guard let file else { return derive() }
        let name = Evidence.name("jwks.json", orWhereTaken: "jwks-2.json", by: path)
        let option = file.utf8.first == UInt8(ascii: "-") ? "-- " : ""
        return .command("authkeys jwks derive --out \(name) \(option)\(file)")
    }

    private var isReadAsItStands: Bool { evidence.privateKey?.refusal == nil }

    private var file: String? { path.flatMap { word($0) } }

    /// `nil` for what no shell word can hold.
    private func word(_ text: String) -> String? {
        try? Escaper.shellWord(text)
    }
}
