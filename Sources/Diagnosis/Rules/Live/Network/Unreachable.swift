internal import Encodings

struct Unreachable: LiveNetworkRule {
    let network = NetworkCode.unreachable
    let title = "Nobody answers at the API or at the issuer"
    let reason =
        "The backend fetches the issuer's keys from inside its container; where nobody answers, every token is refused."
    let explanation = """
        There is no such host, or nothing there accepts a connection. The backend fetches its own issuer from inside its container: a name that only your machine knows, or a port that is mapped outside only, fails there, and the client reads `Auth provider discovery of … failed` without a reason.
        """
}
