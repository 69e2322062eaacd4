internal import Encodings

struct AttributesInKey: KeyTextRule {
    let code = KeyTextCode.attributes.code
    let title = "The PKCS#8 structure carries attributes"
    let explanation = """
        They name a certificate or a friendly name; readers pass them over.
        """
}
