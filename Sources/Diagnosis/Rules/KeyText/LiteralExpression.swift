internal import Encodings

struct LiteralExpression: KeyTextRule {
    let code = KeyTextCode.literalExpression.code
    let title = "The value is an expression that nothing replaced"
    let explanation = """
        GitHub replaces `${{ secrets.NAME }}` where it stands in a workflow, and nowhere else: in a script, a Dockerfile or \
        a file of variables of the repository it stays as it is. The same goes for the `{{ … }}` of Helm and other \
        templates. A step gets the secret by `env:`, and its script by the name of the variable.
        """
}
