internal import Encodings

struct IssuerOnLoopback: IssuerRule {
    let code = IssuerCode.loopback.code
    let severity = Finding.Severity.error
    let title = "The issuer names the machine that looks it up"
    let explanation = """
        The backend looks up its own issuer from inside its container, where `127.0.0.1` is the container: only 3210 and \
        3211 listen there. On 3211 that works, for this backend alone.
        """

    /// With a deployment to ask, what answers at the issuer is looked at instead: one that runs on this machine may do so
    /// without a container.
    package func findings(in evidence: Evidence) -> [Finding] {
        evidence.live == nil ? complaints(in: evidence) : []
    }
}
