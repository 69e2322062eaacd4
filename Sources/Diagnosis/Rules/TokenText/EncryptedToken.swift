internal import Encodings

struct EncryptedToken: TokenTextRule {
    let code = TokenTextCode.encrypted.code
    let title = "The token is encrypted"
    let explanation = """
        It has five parts: a JWE, which only its addressee reads. Sessions of some frameworks are such tokens; \
        Convex wants a signed one.
        """
}
