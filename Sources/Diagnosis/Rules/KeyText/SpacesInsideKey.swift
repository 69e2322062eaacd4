internal import Encodings

struct SpacesInsideKey: KeyTextRule {
    let code = KeyTextCode.spacesInside.code
    let title = "Spaces stand inside the lines of the key"
    let explanation = """
        A web page or a chat broke the lines. Readers that pass white space over do not mind.
        """
}
