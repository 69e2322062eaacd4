internal import Encodings

struct TooManyWrappings: KeyTextRule {
    let code = KeyTextCode.tooManyWrappings.code
    let title = "The key is wrapped too often"
    let explanation = """
        Encodings and quotes stand inside each other more often than anybody meant.
        """
}
