internal import Encodings

struct NULInKey: KeyTextRule {
    let code = KeyTextCode.nul.code
    let title = "A NUL byte stands inside the key"
    let explanation = """
        The file was damaged, or is not text. No environment variable can hold it.
        """
}
