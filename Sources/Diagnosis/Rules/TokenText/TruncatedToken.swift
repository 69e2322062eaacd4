internal import Encodings

struct TruncatedToken: TokenTextRule {
    let code = TokenTextCode.truncated.code
    let title = "The end of the token is missing"
    let explanation = """
        A terminal, a log or a column of a database cut it. The signature of an RSA key of 2048 bits has 342 \
        characters.
        """
}
