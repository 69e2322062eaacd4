internal import Encodings

struct IssuerOnAPIPort: IssuerRule {
    let code = IssuerCode.apiPort.code
    let severity = Finding.Severity.error
    let title = "The issuer names the port of the API"
    let explanation = """
        Port 3210 is the API of a self-hosted deployment. `/.well-known/…` is answered on 3211, at the site origin; an \
        issuer that answers `/version` is the wrong one.
        """
}
