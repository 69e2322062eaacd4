internal import Encodings

struct UnbalancedQuote: KeyTextRule {
    let code = KeyTextCode.unbalancedQuote.code
    let title = "A quote stands on one side of the value"
    let explanation = """
        One quote was cut off with a line, or copied with the key. Behind the key jose takes it for a piece of \
        base64: `Invalid byte 34`.
        """
}
