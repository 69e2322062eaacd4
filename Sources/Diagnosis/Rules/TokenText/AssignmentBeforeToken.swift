internal import Encodings

struct AssignmentBeforeToken: TokenTextRule {
    let code = TokenTextCode.assignment.code
    let title = "The name of a variable stands before the token"
    let explanation = """
        A line of an environment file was given, where the token alone belongs.
        """
}
