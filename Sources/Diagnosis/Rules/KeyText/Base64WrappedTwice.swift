internal import Encodings

struct Base64WrappedTwice: KeyTextRule {
    let code = KeyTextCode.base64WrappedTwice.code
    let title = "The key is in base64 twice over"
    let explanation = """
        Two steps of a pipeline each thought that they had to encode it, often because the file of a secret held \
        base64 already (Kubernetes shows secrets so).
        """
}
