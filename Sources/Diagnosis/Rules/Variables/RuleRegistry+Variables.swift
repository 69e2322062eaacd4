extension RuleRegistry {
    /// About variables as such: set where nobody reads them, empty, or read differently by their readers.
    package static let variableRules: [any Rule] = [
        WithheldSecret(), RefusedEnvironmentFile(), DuplicateVariable(), DisagreeingReaders(), EmptyVariable(),
        UnreadableFileOfVariable(), UnreadForm(), ContainerOnlyVariable(), UnreadIssuerVariable(), UnreadSecretFile(),
    ]

    /// About an environment as a whole, and beside others.
    package static let environmentRules: [any Rule] = [SharedPrivateKey(), ReusedKeyID(), FileInGit(), OpenFileMode()]
}
