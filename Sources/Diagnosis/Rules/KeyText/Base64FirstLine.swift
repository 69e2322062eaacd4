internal import Encodings

struct Base64FirstLine: KeyTextRule {
    let code = KeyTextCode.base64FirstLine.code
    let title = "The value is the first line of the key's base64"
    let explanation = """
        `base64 key.pem` breaks its output at 76 columns on Linux, and in a file of variables a value ends with the line: \
        of some 23 lines one is left. `base64 -w0` makes one line of it, and stock Convex Auth still decodes none; the \
        one-line form with spaces needs no base64 at all.
        """
}
