internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct PrivateMember: KeySetRule {
    let code = JOSECode.privateMember.code
    let severity = Finding.Severity.error
    let title = "A private key stands in the public set"
    let explanation = """
        A set is served to everybody. Whoever reads `d`, `p`, `q`, `dp`, `dq`, `qi`, `oth` or `k` out of it signs tokens \
        as anybody. Taking the member out is not enough: the key has been published, and has to be replaced. The report \
        names the member and never its value.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        var places = set.keys.filter { !$0.entry.privateMembers.isEmpty }.map { key in
            "\(key.label) has \(Self.list(key.entry.privateMembers))"
        }
        let beside = set.document.privateMembersOfSet
        if !beside.isEmpty { places.append("beside 'keys' stands \(Self.list(beside))") }
        guard !places.isEmpty else { return nil }
        return finding(
            "the set holds a private key", evidence: places.shortened(),
            reason: "The set is public: whoever has read it can sign tokens that \(profile.name) accepts.",
            fix: .command("authkeys generate"))
    }

    private static func list(_ members: [String]) -> String {
        members.map { "'\($0)'" }.joined(separator: ", ")
    }
}
