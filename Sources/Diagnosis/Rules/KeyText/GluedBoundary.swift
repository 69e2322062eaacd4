internal import Encodings

struct GluedBoundary: KeyTextRule {
    let code = KeyTextCode.gluedBoundary.code
    let title = "The key stands on a boundary line"
    let explanation = """
        A line end between the boundary and the key was lost. jose strips the boundaries wherever they stand; line \
        readers refuse it.
        """
}
