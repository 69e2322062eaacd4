internal import Encodings

struct QuotedToken: TokenTextRule {
    let code = TokenTextCode.quoted.code
    let title = "Quotes stand around the token"
    let explanation = """
        They belong to JSON or to a shell, and are none of the token.
        """
}
