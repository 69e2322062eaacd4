internal import Encodings

struct WrongLengthOfKey: KeyTextRule {
    let code = Base64Code.invalidLength.code
    let title = "The key's base64 has an impossible length"
    let explanation = """
        A character was lost or added.
        """
}
