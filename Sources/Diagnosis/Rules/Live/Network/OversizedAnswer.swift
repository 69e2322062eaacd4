internal import Encodings

struct OversizedAnswer: LiveNetworkRule {
    let network = NetworkCode.tooLarge
    let title = "The answer is larger than any such document"
    let reason = "The backend reads it all for every discovery, and what is so large is not the document of an issuer."
    let explanation = """
        Documents of issuers have a few KiB, and sets of keys at most some hundred KiB. Something else answers at that address.
        """
}
