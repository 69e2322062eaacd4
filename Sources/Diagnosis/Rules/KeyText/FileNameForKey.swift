internal import Encodings

struct FileNameForKey: KeyTextRule {
    let code = KeyTextCode.fileName.code
    let title = "The value is the name of a file"
    let explanation = """
        The name of the file was stored in place of what is in it: no reader of `JWT_PRIVATE_KEY` opens files. A \
        variable whose name ends in `_FILE` is read by the entrypoint that `authkeys emit docker-entrypoint` writes, \
        and by nothing else of Convex.
        """
}
