public import Encodings

/// What a consumer answers when it does not accept what it was given.
public struct Refusal: Error, Sendable, Hashable {
    /// The name that this library has for the trouble.
    public let code: AuthKeysError.Code
    /// In the consumer's own words, as they appear where its caller sees them.
    public let message: String
    /// What a library beneath says and the message does not pass on; it may stand in a log of the server.
    public let cause: String?

    package init(_ code: some CodeFamily, _ message: String, cause: String? = nil) {
        self.init(code: code.code, message: message, cause: cause)
    }

    init(code: AuthKeysError.Code, message: String, cause: String? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }
}
