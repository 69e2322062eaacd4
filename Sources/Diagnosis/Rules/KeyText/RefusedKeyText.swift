internal import Consumers
internal import Encodings
internal import KeyFormats

struct RefusedKeyText: Rule {
    let code = ConsumerCode.keyTextRefused.code
    let severity = Finding.Severity.error
    let title = "The consumer does not read the private key"
    let explanation = """
        The text goes through a model of the consumer's own reader: for Convex Auth jose's `importPKCS8` with the \
        importer of Convex's runtime. This is the finding when nothing about the text itself says why it refuses it.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let key = evidence.privateKey, key.refusal?.code != ConsumerCode.valueTooLarge.code else { return [] }
        let found = KeyTextCauses(key)
        let named = Set(RuleRegistry.keyTextRules.map(\.code)).subtracting([code])
        guard !found.reported.contains(where: { named.contains($0.code) }),
            !RuleRegistry.privateKeyRules.contains(where: { !$0.findings(in: evidence).isEmpty })
        else { return [] }
        let problem: String? = if case .failure(let error) = key.key { error.description } else { nil }
        let words = key.refusal.map { evidence.profile.words(of: $0) }
        guard words != nil || problem != nil else { return [] }
        return [
            finding(
                words == nil
                    ? "\(evidence.profile.name) takes the text for a private key, and no key that can be used is in it"
                    : "\(evidence.profile.name) does not read the private key",
                evidence: [key.place.description] + found.reported.map(\.description)
                    + [words, problem].compactMap { $0 },
                reason: "It signs no token that verifies, and nobody can sign in.", fix: .command("authkeys generate"),
                place: key.place.finding)
        ]
    }
}
