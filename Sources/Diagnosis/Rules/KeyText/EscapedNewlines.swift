internal import Encodings

struct EscapedNewlines: KeyTextRule {
    let code = KeyTextCode.escapedNewlines.code
    let title = "The line ends are the two characters \\n"
    let explanation = """
        A JSON file (that of a Google service account), a secret field of a CI, or `sed` wrote the line ends as a \
        backslash and an n, and nothing decoded them. The BEGIN line is as it should be, so jose reads on and stops \
        at the backslash: `Invalid byte 92`.
        """
}
