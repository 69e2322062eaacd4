internal import Encodings

struct CRLFKey: KeyTextRule {
    let code = KeyTextCode.crlf.code
    let title = "The lines end in CRLF"
    let explanation = """
        Windows wrote the file. jose passes all white space over; stricter readers and `openssl` of old do too, a \
        shell that reads the file does not.
        """
}
