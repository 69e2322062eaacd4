internal import Encodings

struct SeveralKeys: KeyTextRule {
    let code = KeyTextCode.severalKeys.code
    let title = "Several keys stand in one value"
    let explanation = """
        Which of them is meant can only be guessed, and jose would decode all of them as one.
        """
}
