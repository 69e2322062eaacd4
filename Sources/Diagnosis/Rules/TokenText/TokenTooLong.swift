internal import Encodings

struct TokenTooLong: TokenTextRule {
    let code = TokenTextCode.tooLong.code
    let title = "The text is longer than any token"
    let explanation = """
        It is something else, or many tokens: one has a few kilobytes.
        """
}
