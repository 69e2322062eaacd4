internal import Encodings

struct AdminKeyCarriageReturn: AdminKeyRule {
    let code = ConvexCode.carriageReturn.code
    let severity = Finding.Severity.error
    let title = "The admin key ends in a carriage return"
    let explanation = """
        `docker compose exec` without `-T` gives the command a terminal, which ends lines in a carriage return and a line \
        feed. It is invisible, and belongs to the key then.
        """
}
