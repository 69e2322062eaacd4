internal import Encodings

struct TrailingBitsOfKey: KeyTextRule {
    let code = Base64Code.nonzeroTrailingBits.code
    let title = "The last character of the key was changed"
    let explanation = """
        Its surplus bits are not zero, which no encoder writes.
        """
}
