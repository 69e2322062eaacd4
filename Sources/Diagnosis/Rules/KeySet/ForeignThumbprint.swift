internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct ForeignThumbprint: KeySetRule {
    let code = JOSECode.foreignThumbprint.code
    let severity = Finding.Severity.warning
    let title = "A kid looks like the thumbprint of another key"
    let explanation = """
        A kid need not be a thumbprint (RFC 7638). But one of 43 base64url characters that is not the thumbprint of its \
        own key was most likely copied from another one, which is a note; a warning, when that other key stands in the \
        same set.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        var owners: [KeyID: Int] = [:]
        for key in set.keys { if let thumbprint = key.thumbprint { owners[thumbprint] = key.index } }
        let foreign = set.keys.filter { key in
            guard let keyID = key.keyID, let thumbprint = key.thumbprint else { return false }
            return keyID != thumbprint && Self.looksLikeThumbprint(keyID)
        }
        guard !foreign.isEmpty else { return nil }
        let hasOwner = foreign.contains { $0.keyID.flatMap { owners[$0] } != nil }
        let places = foreign.map { key in
            let owner = key.keyID.flatMap { owners[$0] }.map { ", and its kid is that of key \($0 + 1)" } ?? ""
            return "\(key.label) has the thumbprint \(key.thumbprint?.description ?? "")\(owner)"
        }
        return finding(
            "a kid looks like the thumbprint of another key", severity: hasOwner ? .warning : .note,
            evidence: places.shortened(),
            reason: "Whoever expects the kid to be the thumbprint takes this for another key, or for a damaged one.",
            fix: .edit("if the kid is meant to be the thumbprint, write that of its own key"))
    }

    /// As long as a SHA-256 digest in base64url, and one.
    private static func looksLikeThumbprint(_ keyID: KeyID) -> Bool {
        keyID.utf8.count == 43 && (try? Base64URL.decode(keyID.utf8.span))?.count == 32
    }
}
