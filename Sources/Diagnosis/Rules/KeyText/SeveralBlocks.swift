internal import Encodings

struct SeveralBlocks: KeyTextRule {
    let code = KeyTextCode.severalBlocks.code
    let title = "Other PEM blocks stand beside the key"
    let explanation = """
        A certificate or a public key was stored with it. jose would decode all of them as one.
        """
}
