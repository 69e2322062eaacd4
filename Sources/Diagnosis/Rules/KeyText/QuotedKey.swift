internal import Encodings

struct QuotedKey: KeyTextRule {
    let code = KeyTextCode.quoted.code
    let title = "Quotes belong to the value"
    let explanation = """
        docker's `--env-file` does not take quotes off, nor does bash's `${V@Q}` that some pass to `npx convex env \
        set`. The value then begins with a quote, and jose looks for `-----BEGIN PRIVATE KEY-----` at its very \
        beginning.
        """
}
