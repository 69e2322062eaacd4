internal import Encodings

struct MissingBoundaries: KeyTextRule {
    let code = KeyTextCode.missingBoundaries.code
    let title = "The BEGIN and END lines are missing"
    let explanation = """
        Only the base64 between them was copied. jose looks for the BEGIN line before anything else.
        """
}
