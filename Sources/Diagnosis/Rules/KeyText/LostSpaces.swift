internal import Encodings

struct LostSpaces: KeyTextRule {
    let code = KeyTextCode.lostSpaces.code
    let title = "The spaces of the boundary lines are gone"
    let explanation = """
        All white space was taken out of the value, that in `BEGIN PRIVATE KEY` too. To jose such a text is no \
        PKCS#8.
        """
}
