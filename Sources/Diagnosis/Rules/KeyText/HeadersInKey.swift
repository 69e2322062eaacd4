internal import Encodings

struct HeadersInKey: KeyTextRule {
    let code = KeyTextCode.headers.code
    let title = "Headers stand inside the key"
    let explanation = """
        `Proc-Type` and `DEK-Info` belong to keys that are encrypted in the old way of PEM, and a key that is not \
        has none.
        """
}
