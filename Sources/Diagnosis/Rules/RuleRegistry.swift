/// Every rule there is. Of findings of equal weight, those of the earlier rule come first.
package enum RuleRegistry {
    package static let rules: [any Rule] = [
        pairRules, privateKeyRules, keyTextRules, variableRules, keySetRules, issuerRules, adminKeyRules, tokenRules,
        tokenTextRules, environmentRules, liveRules,
    ].flatMap { $0 }

    /// Of a private key and a set together.
    package static let pairRules: [any Rule] = [UnpublishedKey(), PublishedBehindAnother()]

    /// What `jwks lint` asks. Causes stand before what they cause.
    package static let keySetRules: [any Rule] = [
        MalformedSet(), PrivateMember(), DuplicateMember(), NumberEncoding(), ForeignKeyType(), UnreadableKey(),
        NotForSigning(), KeySize(), WeakKey(), DuplicateKeyID(), DuplicateKey(), AmbiguousKeys(), NoEligibleKey(),
        ValueTooLarge(), TooManyKeys(), MissingKeyID(), ConstantKeyID(), UnusualKeyID(), ForeignThumbprint(),
    ]

    /// What is asked of a deployment that runs: the way there first, then what is there, then whether it fits.
    package static let liveRules: [any Rule] = [
        Unreachable(), InsecureConnection(), NoAnswerInTime(), CutOffAnswer(), OversizedAnswer(), ForeignProtocol(),
        UnusableProxy(), FailedFetch(), NotADeployment(), AdminKeyRefused(), StoredValuesUnjudged(),
        VariableNotStored(), IssuerIsAPI(),
        SiteRouting(), NoHTTPActions(), NoMatchingRoute(), MissingVariable(), FailingIssuer(), BadGateway(),
        RedirectedIssuer(), LoginWall(), LockedIssuer(), UnexpectedStatus(), WrongContentType(), MalformedDocument(),
        MalformedPublishedSet(), OtherIssuer(), MissingDiscoveryMember(), UnusableKeySetURL(), ForeignKeySet(),
        StalePublishedKeys(), KeyNotPublished(), DeployedKeyIDReused(), ProbeRefused(), NotDeployed(), ServerClock(),
        ReadOnlyAdminKey(),
    ]

    /// What the rules find, the worst first and causes before what they cause.
    package static func findings(in evidence: Evidence, by rules: [any Rule] = rules) -> [Finding] {
        rules.flatMap { $0.findings(in: evidence) }.inOrderOfExplanation()
    }
}
