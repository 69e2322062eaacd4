internal import Encodings

struct MissingBeginLine: KeyTextRule {
    let code = PEMCode.missingBegin.code
    let title = "The BEGIN line is missing"
    let explanation = """
        The first line was lost; jose looks for it before anything else.
        """
}
