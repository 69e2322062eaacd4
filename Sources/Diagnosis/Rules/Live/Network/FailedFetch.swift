internal import Encodings

struct FailedFetch: LiveNetworkRule {
    let network = NetworkCode.failed
    let title = "Something could not be fetched"
    let reason = "What was not fetched was not judged."
    let explanation = """
        The program that fetches ended for a reason of its own, which the finding repeats.
        """
}
