internal import Encodings

struct IssuerWithoutScheme: IssuerRule {
    let code = IssuerCode.scheme.code
    let severity = Finding.Severity.error
    let title = "The issuer has no scheme"
    let explanation = """
        Convex takes the `iss` of a token for a URL and looks for its document there. Without `https://` or `http://` it is \
        none, and the answer is an InternalServerError that says nothing.
        """
}
