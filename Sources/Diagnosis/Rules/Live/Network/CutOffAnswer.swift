internal import Encodings

struct CutOffAnswer: LiveNetworkRule {
    let network = NetworkCode.interrupted
    let title = "The answer ends before it is whole"
    let reason = "A document that is cut off is no document: the backend takes it for a failed discovery."
    let explanation = """
        The connection ended before the response was there: a server that crashed, a proxy with a limit, or plain http spoken to a port of https.
        """
}
