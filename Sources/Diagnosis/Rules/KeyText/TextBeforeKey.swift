internal import Encodings

struct TextBeforeKey: KeyTextRule {
    let code = KeyTextCode.textBefore.code
    let title = "Other text stands before the key"
    let explanation = """
        `openssl pkcs12` writes bag attributes before a key, and a log or a mail a line of its own. RFC 7468 lets \
        readers skip it; jose wants the BEGIN line first.
        """
}
