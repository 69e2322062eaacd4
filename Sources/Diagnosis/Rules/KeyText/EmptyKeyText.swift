internal import Encodings

struct EmptyKeyText: KeyTextRule {
    let code = KeyTextCode.empty.code
    let title = "The private key is empty"
    let explanation = """
        The variable is set and holds nothing, or white space. In CI a secret that a job may not read (a pull \
        request from a fork, one of Dependabot) arrives so, and `npx convex env set NAME` without a terminal stores \
        what an empty standard input gives. jose says the same of an empty value as of any other that is no PKCS#8 \
        PEM.
        """
}
