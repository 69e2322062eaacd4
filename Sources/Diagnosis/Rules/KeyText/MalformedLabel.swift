internal import Encodings

struct MalformedLabel: KeyTextRule {
    let code = PEMCode.label.code
    let title = "A boundary line does not end"
    let explanation = """
        A hyphen or a letter of the line was lost, so it is no boundary line.
        """
}
