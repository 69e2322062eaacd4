internal import Encodings

struct OtherKeyFormat: KeyTextRule {
    let code = KeyTextCode.otherFormat.code
    let title = "The key is in a format of other programs"
    let explanation = """
        OpenSSH, PuTTY and others have formats of their own, which no JWT library reads.
        """
}
