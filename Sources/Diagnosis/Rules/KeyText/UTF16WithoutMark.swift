internal import Encodings

struct UTF16WithoutMark: KeyTextRule {
    let code = KeyTextCode.utf16WithoutMark.code
    let title = "The key looks like UTF-16 without a mark"
    let explanation = """
        Every other byte is zero, and no mark says why: what was meant can only be guessed.
        """
}
