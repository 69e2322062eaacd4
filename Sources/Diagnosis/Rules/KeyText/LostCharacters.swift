internal import Encodings

struct LostCharacters: KeyTextRule {
    let code = KeyTextCode.lostCharacters.code
    let title = "Characters or lines of the key are lost"
    let explanation = """
        The key's own structure says that it is longer than what is there: it was cut by a field's limit, a \
        terminal, or a copy of one screen. Nothing brings them back; the key has to come from where it was made.
        """
}
