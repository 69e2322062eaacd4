internal import AuthKeysJOSE
internal import Encodings

/// The commands that mend a set, spelled in one place.
struct KeySetFixes {
    /// `nil` where the set is in no file; the commands then name one that it can be saved to.
    let path: String?

    func remove(_ keyID: KeyID) -> Finding.Fix {
        guard let file = word(path ?? "jwks.json"), let name = word(keyID.description) else {
            return .edit("remove the key with the kid \(keyID.quoted) from the set")
        }
        return .command("authkeys jwks remove -- \(file) \(name)")
    }

    /// A new set, of the keys that are named.
    func derive(_ sources: String) -> Finding.Fix {
        .command("authkeys jwks derive \(sources)")
    }

    /// A new set, of the key that stands where the set should.
    func deriveFromText() -> Finding.Fix {
        derive(path.flatMap { word($0) }.map { $0.utf8.first == UInt8(ascii: "-") ? "-- \($0)" : $0 } ?? "SOURCE")
    }

    /// `nil` for what no shell word can hold.
    private func word(_ text: String) -> String? {
        try? Escaper.shellWord(text)
    }
}
