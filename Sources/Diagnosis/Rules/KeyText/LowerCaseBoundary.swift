internal import Encodings

struct LowerCaseBoundary: KeyTextRule {
    let code = KeyTextCode.lowerCase.code
    let title = "A boundary line is in lower case"
    let explanation = """
        Labels are compared letter by letter: `-----begin private key-----` is none.
        """
}
