internal import Encodings

struct LineLengthOfKey: KeyTextRule {
    let code = KeyTextCode.lineLength.code
    let title = "The lines are not 64 characters long"
    let explanation = """
        RFC 7468 has writers break lines at 64; readers take any length.
        """
}
