internal import Encodings

struct MissingEndLine: KeyTextRule {
    let code = PEMCode.missingEnd.code
    let title = "The END line is missing"
    let explanation = """
        The text was cut: by the limit of a field, or by a reader that ended the value early.
        """
}
