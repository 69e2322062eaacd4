internal import Encodings

struct EmptyAttributesInKey: KeyTextRule {
    let code = KeyTextCode.emptyAttributes.code
    let title = "The PKCS#8 structure ends in an empty set"
    let explanation = """
        Some exporters write it, and some readers refuse it.
        """
}
