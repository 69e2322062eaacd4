internal import Encodings

struct SymmetricToken: TokenTextRule {
    let code = TokenTextCode.symmetric.code
    let title = "The token was made with a shared secret"
    let explanation = """
        `HS256` and its kin are verified with the secret that they were made with, so no key of a set does. Many \
        examples use it; sign with RS256.
        """
}
