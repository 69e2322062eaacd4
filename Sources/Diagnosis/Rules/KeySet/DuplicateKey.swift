internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct DuplicateKey: KeySetRule {
    let code = JOSECode.duplicateKey.code
    let severity = Finding.Severity.warning
    let title = "One key stands in the set twice"
    let explanation = """
        The same modulus and exponent under two kids, or once with a kid and once without. That is right only while \
        verifiers are led from one kid to the other. Removing one of the two later does not revoke the key, and a \
        verifier of tokens without a kid sees two keys.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let groups = Dictionary(grouping: set.keys.filter { $0.rsaKey != nil }) { $0.rsaKey }.values
            .filter { Set($0.map(\.keyID)).count > 1 }.sorted { $0[0].index < $1[0].index }
        guard let keys = groups.first else { return nil }
        let places = groups.map { keys in keys.map(\.label).shortened().joined(separator: " is the same key as ") }
        return finding(
            "one key stands in the set twice", evidence: places.shortened(),
            reason: profile.tokensCarryKeyID
                ? "It stays valid until both are removed."
                : "The tokens of \(profile.name) carry no kid, so it sees two keys and cannot choose.",
            fix: fix(keys, set, fixes))
    }

    /// The one without a kid goes, else the later one. A kid that several keys have names none of them.
    private func fix(_ keys: [KeySetContents.Key], _ set: KeySetContents, _ fixes: KeySetFixes) -> Finding.Fix {
        let superfluous = keys.first { $0.keyID == nil } ?? keys[keys.count - 1]
        let name = superfluous.keyID ?? superfluous.thumbprint
        let bearers = set.keys.count { $0.keyID == name }
        guard let name, bearers == (superfluous.keyID == nil ? 0 : 1) else {
            return .edit("remove key \(superfluous.index + 1) from the set")
        }
        return fixes.remove(name)
    }
}
