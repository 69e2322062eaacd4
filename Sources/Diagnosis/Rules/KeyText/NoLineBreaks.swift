internal import Encodings

struct NoLineBreaks: KeyTextRule {
    let code = KeyTextCode.noLineBreaks.code
    let title = "The line ends are gone"
    let explanation = """
        The lines were joined with nothing in between. jose reads that too; `openssl` and others do not.
        """
}
