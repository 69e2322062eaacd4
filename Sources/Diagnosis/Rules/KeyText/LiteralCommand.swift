internal import Encodings

struct LiteralCommand: KeyTextRule {
    let code = KeyTextCode.literalCommand.code
    let title = "The value is a command that a shell should have run"
    let explanation = """
        `npx convex env set NAME << 'EOF'` with `$(cat jwt_private_key.pem)` inside: the quotes around the delimiter \
        keep the shell from expanding it, and the text of the command is stored. Single quotes do the same.
        """
}
