internal import Encodings

struct CarriageReturnKey: KeyTextRule {
    let code = KeyTextCode.carriageReturns.code
    let title = "The lines end in carriage returns alone"
    let explanation = """
        A conversion took the line feeds and left the carriage returns. Readers that look for lines find one.
        """
}
