internal import Encodings

struct Base64Wrapped: KeyTextRule {
    let code = KeyTextCode.base64Wrapped.code
    let title = "The key is in base64 once more"
    let explanation = """
        Whoever stores `base64 key.pem` needs somebody who decodes it. Stock Convex Auth does not, and refuses the \
        text. On Linux `base64` breaks its output at 76 columns besides; `base64 -w0` does not.
        """
}
