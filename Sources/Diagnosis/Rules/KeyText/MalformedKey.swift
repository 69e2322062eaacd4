internal import Encodings

struct MalformedKey: KeyTextRule {
    let code = KeyCode.malformed.code
    let title = "The bytes are no private key"
    let explanation = """
        The base64 can be decoded, and what comes out is not the structure that the label promises.
        """
}
