/// What a consumer makes of a token, as far as its rules are known.
public struct TokenVerdict: Sendable, Hashable {
    public enum Answer: Sendable, Hashable {
        case accepts, refuses
        /// A check failed of which it is not known how this consumer makes it.
        case notKnown
    }

    public let answer: Answer
    /// Why it refuses what the checks of a ``JWTVerifier`` let pass, or overlooks what they do not: a clause each.
    public let reasons: [String]
}
