internal import Encodings

struct TrailingSpaces: KeyTextRule {
    let code = KeyTextCode.trailingSpaces.code
    let title = "Spaces stand at the ends of lines"
    let explanation = """
        A terminal or an editor filled the lines up. Readers that pass white space over do not mind.
        """
}
