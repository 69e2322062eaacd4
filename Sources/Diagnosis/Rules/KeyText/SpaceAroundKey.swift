internal import Encodings

struct SpaceAroundKey: KeyTextRule {
    let code = KeyTextCode.spaceAround.code
    let title = "Empty lines or spaces stand around the key"
    let explanation = """
        White space after the key harms nobody. Before it, jose does not find the BEGIN line where it looks for it, \
        at the very beginning.
        """
}
