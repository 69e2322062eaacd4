internal import Encodings

struct NotAKey: KeyTextRule {
    let code = KeyTextCode.notAKey.code
    let title = "The value is no key"
    let explanation = """
        It was taken from the wrong field, or a program put a message in its place.
        """
}
