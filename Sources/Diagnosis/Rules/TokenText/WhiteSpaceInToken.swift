internal import Encodings

struct WhiteSpaceInToken: TokenTextRule {
    let code = TokenTextCode.whiteSpace.code
    let title = "White space stands in or around the token"
    let explanation = """
        A copy from a terminal broke the line, or a file ends in more than a line end.
        """
}
