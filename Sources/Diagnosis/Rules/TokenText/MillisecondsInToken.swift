internal import Encodings

struct MillisecondsInToken: TokenTextRule {
    let code = TokenTextCode.milliseconds.code
    let title = "A time of the token counts milliseconds"
    let explanation = """
        `Date.now()` was written where seconds are expected: such a token expires in fifty thousand years.
        """
}
