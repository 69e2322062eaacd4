internal import Encodings

struct BlankLinesInKey: KeyTextRule {
    let code = KeyTextCode.blankLines.code
    let title = "Empty lines stand inside the key"
    let explanation = """
        The key passed through something that doubled its line ends. jose does not mind; strict readers of RFC 7468 \
        do.
        """
}
