internal import Encodings

struct WrongLabel: KeyTextRule {
    let code = KeyTextCode.wrongLabel.code
    let title = "The label names another structure than the one inside"
    let explanation = """
        The boundary lines were written by hand: `PRIVATE KEY` is for PKCS#8, `RSA PRIVATE KEY` for PKCS#1. Changing \
        the label does not convert a key: Convex says `invalid RSA PrivateKeyInfo`.
        """
}
