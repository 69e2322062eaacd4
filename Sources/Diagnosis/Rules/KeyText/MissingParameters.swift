internal import Encodings

struct MissingParameters: KeyTextRule {
    let code = KeyTextCode.missingParameters.code
    let title = "The NULL behind rsaEncryption is missing"
    let explanation = """
        RFC 8017 wants it there. libcrypto and Convex's importer pass over it, others do not.
        """
}
