internal import Encodings

struct NoFinalNewline: KeyTextRule {
    let code = KeyTextCode.noFinalNewline.code
    let title = "The last line has no end"
    let explanation = """
        Nobody minds, but tools that append to the file.
        """
}
