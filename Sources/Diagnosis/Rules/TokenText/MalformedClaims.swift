internal import Encodings

struct MalformedClaims: TokenTextRule {
    let code = JWTCode.claims.code
    let title = "The claims of the token cannot be read"
    let explanation = """
        The second part is not the base64url of a JSON object: the token was cut or changed.
        """
}
