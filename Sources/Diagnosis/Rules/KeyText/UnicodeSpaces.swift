internal import Encodings

struct UnicodeSpaces: KeyTextRule {
    let code = KeyTextCode.unicodeSpaces.code
    let title = "Spaces beyond ASCII stand in the key"
    let explanation = """
        A web page or a word processor put no-break spaces or zero-width ones into the text. JavaScript passes most \
        of them over, and hardly anybody else does.
        """
}
