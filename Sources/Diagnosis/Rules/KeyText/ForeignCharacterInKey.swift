internal import Encodings

struct ForeignCharacterInKey: KeyTextRule {
    let code = Base64Code.invalidCharacter.code
    let title = "A character inside the key is none of base64"
    let explanation = """
        The key was changed on its way: a mask of a log (`***`), an ellipsis of a chat, a character of another \
        encoding. jose's decoder names the byte and its place.
        """
}
