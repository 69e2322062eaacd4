internal import Encodings

struct SurplusInKey: KeyTextRule {
    let code = DERCode.trailingContent.code
    let title = "Something follows the structure of the key"
    let explanation = """
        Two keys were glued, or bytes were added.
        """
}
