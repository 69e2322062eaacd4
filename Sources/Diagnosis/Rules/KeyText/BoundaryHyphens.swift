internal import Encodings

struct BoundaryHyphens: KeyTextRule {
    let code = KeyTextCode.boundaryHyphens.code
    let title = "A boundary line has too many or too few hyphens"
    let explanation = """
        Five belong on each side. One was lost at the edge of a selection, or added.
        """
}
