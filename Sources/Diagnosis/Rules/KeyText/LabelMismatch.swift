internal import Encodings

struct LabelMismatch: KeyTextRule {
    let code = PEMCode.labelMismatch.code
    let title = "BEGIN and END name different things"
    let explanation = """
        Two files were glued, or one of the lines was edited.
        """
}
