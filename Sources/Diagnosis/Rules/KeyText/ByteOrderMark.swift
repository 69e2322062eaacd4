internal import Encodings

struct ByteOrderMark: KeyTextRule {
    let code = KeyTextCode.byteOrderMark.code
    let title = "A byte order mark stands before the key"
    let explanation = """
        Windows editors and PowerShell's `Out-File` put it there. Nobody sees it, and jose does not find the BEGIN \
        line at the beginning.
        """
}
