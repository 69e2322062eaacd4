internal import Encodings

struct CommentInKey: KeyTextRule {
    let code = KeyTextCode.comment.code
    let title = "A comment stands inside the key"
    let explanation = """
        Nothing but base64 may stand between the two boundary lines.
        """
}
