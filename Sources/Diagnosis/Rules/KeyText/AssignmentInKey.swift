internal import Encodings

struct AssignmentInKey: KeyTextRule {
    let code = KeyTextCode.variableAssignment.code
    let title = "The name of a variable stands in the value"
    let explanation = """
        A whole line of an environment file was stored as the value, with `NAME=` before the key. The value alone \
        belongs there.
        """
}
