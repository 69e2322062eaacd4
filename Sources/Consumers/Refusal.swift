/// What a consumer answers when it does not accept what it was given.
public struct Refusal: Error, Sendable, Hashable {
    /// In its own words, as they appear in its log.
    public let message: String

    public init(message: String) {
        self.message = message
    }
}
