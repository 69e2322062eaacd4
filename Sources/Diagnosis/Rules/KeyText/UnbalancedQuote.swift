internal import Encodings

struct UnbalancedQuote: KeyTextRule {
    let code = KeyTextCode.unbalancedQuote.code
    let title = "A quote stands on one side of the value"
    let explanation = """
        One quote was cut off with a line, or copied with the key. Behind the key jose takes it for a piece of \
        base64: `Invalid byte 34`. Before a PEM of several lines in a file of variables it is the closing quote that is \
        missing, and the value ends with the BEGIN line.
        """

    package func findings(in evidence: Evidence) -> [Finding] {
        let isOpen = evidence.privateKey?.cutAtLineEnd != nil
        return damage(in: evidence).map { found in
            isOpen
                ? found.mended(
                    by: .edit(
                        "close the quote behind the END line, or store the key on one line: authkeys pem wrap KEY --style "
                            + "spaces --out FILE"))
                : found
        }
    }
}
