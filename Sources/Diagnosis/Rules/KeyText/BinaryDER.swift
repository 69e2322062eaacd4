internal import Encodings

struct BinaryDER: KeyTextRule {
    let code = KeyTextCode.binaryDER.code
    let title = "The key is binary DER"
    let explanation = """
        An environment variable holds text. `authkeys key convert` writes the same key as PEM.
        """
}
