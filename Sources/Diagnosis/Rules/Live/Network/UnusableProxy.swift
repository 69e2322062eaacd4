internal import Encodings

struct UnusableProxy: LiveNetworkRule {
    let network = NetworkCode.proxy
    let title = "The proxy of the environment cannot be used"
    let reason = "The deployment was not reached from here; what it does is not known."
    let explanation = """
        The environment names a proxy that does not answer or does not let through. The backend has an environment of its own: what this machine cannot reach it may reach, and the other way round.
        """
}
