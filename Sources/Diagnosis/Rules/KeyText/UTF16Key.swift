internal import Encodings

struct UTF16Key: KeyTextRule {
    let code = KeyTextCode.utf16.code
    let title = "The key is in UTF-16"
    let explanation = """
        `>` in Windows PowerShell writes UTF-16. A reader of UTF-8 sees a NUL after each character.
        """
}
