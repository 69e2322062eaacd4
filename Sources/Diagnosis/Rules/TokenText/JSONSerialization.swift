internal import Encodings

struct JSONSerialization: TokenTextRule {
    let code = TokenTextCode.jsonSerialization.code
    let title = "The token is in JSON serialisation"
    let explanation = """
        A JWS can be written as JSON (RFC 7515 §7.2), a JWT cannot.
        """
}
