internal import AuthKeysJOSE
internal import Consumers
internal import Encodings
internal import KeyFormats
internal import KeyStrength

struct WeakKey: KeySetRule {
    let code = JOSECode.weakKey.code
    let severity = Finding.Severity.error
    let title = "A key of the set is weak"
    let explanation = """
        The private half of a weak key can be computed from the public one, or was published: whoever has it signs any \
        token. 'authkeys key check' says more of each weakness. Shared primes are looked for among the first 32 keys.
        """

    /// More are compared by 'key check': a set that was made to be slow takes seconds.
    private static let comparedCount = 32

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        var places: [String] = []
        var severity = Finding.Severity.note
        for key in set.keys {
            guard let rsaKey = key.rsaKey, let weaknesses = try? RSAKeyStrength.weaknesses(of: rsaKey) else { continue }
            // The size has a rule of its own, by what the consumer takes.
            for weakness in weaknesses where weakness.severity > .note && weakness.code != WeaknessCode.size.code {
                places.append("\(key.label): \(weakness.message) [\(weakness.code.rawValue)]")
                severity = max(severity, weakness.severity == .error ? .error : .warning)
            }
        }
        let compared = set.keys.filter { $0.rsaKey != nil }.prefix(Self.comparedCount)
        for shared in (try? RSAKeyStrength.sharedPrimes(among: compared.compactMap(\.rsaKey))) ?? [] {
            let keys = Array(compared)
            places.append(
                "\(keys[shared.first].label) and \(keys[shared.second].label) share a prime "
                    + "[\(shared.weakness.code.rawValue)]")
            severity = .error
        }
        guard !places.isEmpty else { return nil }
        return finding(
            "a key of the set is weak", severity: severity, evidence: places.shortened(),
            reason: "Who breaks the key signs tokens that \(profile.name) accepts.", fix: .command("authkeys generate"))
    }
}
