internal import Encodings

struct EscapedCharacters: KeyTextRule {
    let code = KeyTextCode.escapedCharacters.code
    let title = "Characters are escaped by backslashes"
    let explanation = """
        The value was copied out of JSON or a shell's `printf %q` with its escapes, and nothing decodes them.
        """
}
