internal import Encodings

struct BearerPrefix: TokenTextRule {
    let code = TokenTextCode.bearerPrefix.code
    let title = "The word Bearer stands before the token"
    let explanation = """
        It belongs to the header `Authorization` of HTTP and not to the token. Convex's client adds it itself.
        """
}
