internal import Encodings

struct InsecureConnection: LiveNetworkRule {
    let network = NetworkCode.tls
    let title = "No secure connection comes about"
    let reason =
        "The backend checks certificates too: discovery fails for every token, and the reason stands in its log alone."
    let explanation = """
        The certificate has expired, is for another name, or is signed by an authority that this machine does not know. What the backend's container knows can differ: a private authority has to be installed there as well.
        """
}
