internal import Encodings

struct TextAfterKey: KeyTextRule {
    let code = KeyTextCode.textAfter.code
    let title = "Other text stands after the key"
    let explanation = """
        Something was copied with the key, a prompt or a certificate. jose strips the boundary lines and decodes all \
        the rest as one base64 text.
        """
}
