internal import Encodings

struct SpacesForNewlines: KeyTextRule {
    let code = KeyTextCode.spacesForNewlines.code
    let title = "The line ends are spaces"
    let explanation = """
        This is the one-line form that Convex Auth makes, and jose reads it. Others, `openssl` among them, want \
        lines: `authkeys pem unwrap` writes them.
        """
}
