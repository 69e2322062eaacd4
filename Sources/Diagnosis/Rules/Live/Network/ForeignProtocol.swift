internal import Encodings

struct ForeignProtocol: LiveNetworkRule {
    let network = NetworkCode.invalidResponse
    let title = "What answers does not speak HTTP"
    let reason = "Whoever looks for the issuer there finds another service."
    let explanation = """
        The port belongs to another service, or to https where http is spoken.
        """
}
