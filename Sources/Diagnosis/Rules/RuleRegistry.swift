/// Every rule there is. Of findings of equal weight, those of the earlier rule come first.
package enum RuleRegistry {
    package static let rules: [any Rule] = keySetRules + pairRules

    /// Of a private key and a set together.
    package static let pairRules: [any Rule] = [UnpublishedKey(), PublishedBehindAnother()]

    /// What `jwks lint` asks. Causes stand before what they cause.
    package static let keySetRules: [any Rule] = [
        MalformedSet(), PrivateMember(), DuplicateMember(), NumberEncoding(), ForeignKeyType(), UnreadableKey(),
        NotForSigning(), KeySize(), WeakKey(), DuplicateKeyID(), DuplicateKey(), AmbiguousKeys(), NoEligibleKey(),
        ValueTooLarge(), TooManyKeys(), MissingKeyID(), UnusualKeyID(), ForeignThumbprint(),
    ]

    /// What the rules find, the worst first and causes before what they cause.
    package static func findings(in evidence: Evidence, by rules: [any Rule] = rules) -> [Finding] {
        rules.flatMap { $0.findings(in: evidence) }.inOrderOfExplanation()
    }
}
