internal import Encodings

struct IndentedKey: KeyTextRule {
    let code = KeyTextCode.indented.code
    let title = "The lines of the key are indented"
    let explanation = """
        The key was copied out of YAML or of code with its indentation. Before the BEGIN line jose does not take it.
        """
}
