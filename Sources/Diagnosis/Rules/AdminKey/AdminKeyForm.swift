internal import Encodings

struct AdminKeyForm: AdminKeyRule {
    let code = ConvexCode.adminKeyForm.code
    let severity = Finding.Severity.error
    let title = "The admin key does not have the form of one"
    let explanation = """
        An admin key is the instance's name, `|`, and what `generate_admin_key.sh` printed, on one line. Older images print \
        a line `Admin key:` before it; `docker compose exec` without `-T` merges that line, which is on standard error, \
        with the key; docker's `--env-file` keeps quotes; a shell cuts an unquoted value at `|`.
        """
}
