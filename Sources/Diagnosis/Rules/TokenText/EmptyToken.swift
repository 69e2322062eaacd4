internal import Encodings

struct EmptyToken: TokenTextRule {
    let code = TokenTextCode.empty.code
    let title = "There is no token"
    let explanation = """
        The value is empty: nobody is signed in, or the variable that should hold the token is not set.
        """
}
