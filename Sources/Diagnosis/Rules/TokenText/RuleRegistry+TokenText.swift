extension RuleRegistry {
    /// What can be unusual about the text of a token, a rule for each code that `UnverifiedJWT` gives.
    package static let tokenTextRules: [any Rule] = [
        AssignmentBeforeToken(),
        BearerPrefix(),
        EmptyToken(),
        EncryptedToken(),
        TokenInsideJSON(),
        JSONSerialization(),
        MillisecondsInToken(),
        QuotedToken(),
        SymmetricToken(),
        TruncatedToken(),
        UnsecuredToken(),
        WhiteSpaceInToken(),
        MalformedToken(),
    ]
}
