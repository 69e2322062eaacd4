internal import Encodings

struct MisencodedKey: KeyTextRule {
    let code = DERCode.encoding.code
    let title = "The structure of the key is not in DER"
    let explanation = """
        A byte was changed, or the key was written by a program that does it its own way.
        """
}
