internal import Encodings

struct URLSafeAlphabet: KeyTextRule {
    let code = KeyTextCode.urlSafeAlphabet.code
    let title = "The key is in the URL-safe alphabet"
    let explanation = """
        PEM is written with `+` and `/`; somewhere on its way the text was made safe for a URL or a file name.
        """
}
