public import Encodings

/// An error text in circulation, or what people say when there is none, and what it is a sign of.
public struct KnownMessage: Sendable {
    /// All who say it in these words.
    public let speakers: [Speaker]
    /// What is wrong. Several messages can mean the same.
    public let code: AuthKeysError.Code
    /// As ``MessagePattern`` reads them.
    package let patterns: [String]
    /// A text as it is met.
    public let example: String
    /// How much may stand between two parts of it, in bytes.
    let widestHole: Int

    /// - Parameter example: `nil` where the first pattern is a whole text.
    init(
        _ speakers: [Speaker], _ code: any CodeFamily, _ patterns: [String], example: String? = nil,
        widestHole: Int = 4096
    ) {
        self.speakers = speakers
        self.code = code.code
        self.patterns = patterns
        self.example = example ?? MessagePattern.samples(of: patterns.first ?? "").first ?? ""
        self.widestHole = widestHole
    }

    /// Whether it is what somebody says who has no message.
    var isSaidByPeopleAlone: Bool { speakers == [.people] }

    init(_ speaker: Speaker, _ code: any CodeFamily, _ patterns: String..., example: String? = nil) {
        self.init([speaker], code, patterns, example: example)
    }
}
