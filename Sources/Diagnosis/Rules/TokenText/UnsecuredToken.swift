internal import Encodings

struct UnsecuredToken: TokenTextRule {
    let code = TokenTextCode.unsecured.code
    let title = "The token is not signed"
    let explanation = """
        `alg` is `none`, or the signature is empty. Anybody can write such a token.
        """
}
