internal import Encodings

struct WrongPaddingOfKey: KeyTextRule {
    let code = Base64Code.invalidPadding.code
    let title = "The key's base64 is padded wrongly"
    let explanation = """
        The end was cut, or two pieces were glued.
        """
}
