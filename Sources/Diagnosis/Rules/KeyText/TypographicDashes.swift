internal import Encodings

struct TypographicDashes: KeyTextRule {
    let code = KeyTextCode.typographicDashes.code
    let title = "The hyphens of the boundary lines are dashes"
    let explanation = """
        A word processor, a note or a chat made long dashes of the hyphens. To a reader there is no BEGIN line.
        """
}
