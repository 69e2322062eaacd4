internal import Encodings

struct FirstLineOnly: KeyTextRule {
    let code = KeyTextCode.firstLineOnly.code
    let title = "The value is the first line of the key alone"
    let explanation = """
        docker's `--env-file`, and an `env_file` or dotenv line without quotes, end a value at the first line end: \
        of a PEM of several lines the BEGIN line is left. The one-line form with spaces, which Convex Auth makes \
        itself, has no line ends to lose.
        """
}
