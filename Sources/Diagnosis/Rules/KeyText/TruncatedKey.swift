internal import Encodings

struct TruncatedKey: KeyTextRule {
    let code = DERCode.truncated.code
    let title = "The structure of the key is cut"
    let explanation = """
        A length in it says that more follows than there is.
        """
}
