internal import Encodings

struct KeyTextTooLarge: KeyTextRule {
    let code = KeyTextCode.tooLarge.code
    let title = "The value is longer than any key"
    let explanation = """
        A key in PEM has one to seven thousand bytes.
        """
}
