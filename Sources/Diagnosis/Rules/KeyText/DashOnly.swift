internal import Encodings

struct DashOnly: KeyTextRule {
    let code = KeyTextCode.dashOnly.code
    let title = "The value is a single hyphen"
    let explanation = """
        `cat key.pem | npx convex env set JWT_PRIVATE_KEY -`: a value is given, so standard input is not read, and \
        the hyphen is stored. Without the hyphen it is read.
        """
}
