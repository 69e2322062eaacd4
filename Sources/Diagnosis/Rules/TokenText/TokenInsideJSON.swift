internal import Encodings

struct TokenInsideJSON: TokenTextRule {
    let code = TokenTextCode.insideJSON.code
    let title = "The token stands in a JSON object"
    let explanation = """
        It is the answer of a server, from which the token has to be taken.
        """
}
