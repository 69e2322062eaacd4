internal import Encodings

struct NoAnswerInTime: LiveNetworkRule {
    let network = NetworkCode.timeout
    let title = "The API or the issuer does not answer in time"
    let reason = "A token is verified while its sender waits: discovery that takes too long is discovery that fails."
    let explanation = """
        The answer did not come within the time that is waited for here. A firewall that drops packets, a proxy whose server sleeps and a backend that waits for itself look like this.
        """
}
