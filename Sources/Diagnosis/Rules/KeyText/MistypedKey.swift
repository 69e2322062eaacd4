internal import Encodings

struct MistypedKey: KeyTextRule {
    let code = DERCode.unexpectedType.code
    let title = "The structure of the key is another one"
    let explanation = """
        What stands in it is not what a private key has there: a byte was changed, or it is something else.
        """
}
