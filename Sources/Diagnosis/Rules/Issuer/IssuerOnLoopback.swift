internal import Encodings

struct IssuerOnLoopback: IssuerRule {
    let code = IssuerCode.loopback.code
    let severity = Finding.Severity.error
    let title = "The issuer names the machine that looks it up"
    let explanation = """
        The backend looks up its own issuer from inside its container, where `127.0.0.1` is the container: only 3210 and \
        3211 listen there. On 3211 that works, for this backend alone.
        """

    /// A deployment that is asked here and names such an issuer may run on this machine, without a container: what answers at
    /// the issuer is looked at instead.
    package func findings(in evidence: Evidence) -> [Finding] {
        if evidence.live != nil, case .deployment? = evidence.issuer?.place.holder { return [] }
        return complaints(in: evidence)
    }
}
