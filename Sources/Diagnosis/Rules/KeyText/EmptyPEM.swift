internal import Encodings

struct EmptyPEM: KeyTextRule {
    let code = PEMCode.empty.code
    let title = "Nothing stands between BEGIN and END"
    let explanation = """
        A placeholder was stored, or the lines between were filtered out, as masks in a log do.
        """
}
