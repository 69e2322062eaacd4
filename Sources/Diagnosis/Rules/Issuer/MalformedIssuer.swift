internal import Encodings

struct MalformedIssuer: IssuerRule {
    let code = IssuerCode.url.code
    let severity = Finding.Severity.error
    let title = "The issuer is no URL"
    let explanation = """
        The issuer of a Convex deployment is the origin that its HTTP actions are reached at, such as \
        `https://site.example.com`.
        """
}
