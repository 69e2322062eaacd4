internal import Encodings

struct IssuerWithPath: IssuerRule {
    let code = IssuerCode.path.code
    let severity = Finding.Severity.error
    let title = "Something stands behind the host of the issuer"
    let explanation = """
        The issuer of a Convex deployment is an origin: `/.well-known/openid-configuration` is looked for right behind it.
        """
}
