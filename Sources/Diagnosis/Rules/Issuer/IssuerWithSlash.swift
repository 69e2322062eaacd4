internal import Encodings

struct IssuerWithSlash: IssuerRule {
    let code = IssuerCode.trailingSlash.code
    let severity = Finding.Severity.error
    let title = "The issuer ends in a slash"
    let explanation = """
        Convex looks at `ISSUER/.well-known/…`, so that two slashes meet and no route matches, and compares issuers byte \
        for byte, so that the one with the slash is another.
        """
}
