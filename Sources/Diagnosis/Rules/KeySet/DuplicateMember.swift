internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct DuplicateMember: KeySetRule {
    let code = JSONCode.duplicateName.code
    let severity = Finding.Severity.error
    let title = "An object has two members of one name"
    let explanation = """
        Some JSON readers keep the first of two members of one name, some the last, some refuse the text (RFC 8259 §4; \
        RFC 7517 §4 wants them refused or the last one kept). Two verifiers then see two different sets.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let duplicates = set.document.duplicateMembers
        guard !duplicates.isEmpty else { return nil }
        return finding(
            "a member stands twice in one object",
            evidence: duplicates.map { "\(KeyID($0.name).quoted) for the second time at byte \($0.nameOffset)" }
                .shortened(),
            reason: "Readers disagree about which of the two counts, so nobody can say which key \(profile.name) uses.",
            fix: .edit("remove one of the two"))
    }
}
