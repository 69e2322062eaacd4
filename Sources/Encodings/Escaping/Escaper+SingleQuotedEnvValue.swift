extension Escaper {
    /// `'…'` for a dotenv file, read alike by sh, Node's dotenv, python-dotenv, docker compose's and Ruby's.
    ///
    /// `docker run --env-file` is not among them: it keeps the quotes and ends the value at the line feed. Nor is
    /// dotenv-expand, which replaces `$NAME` after the quotes are gone.
    ///
    /// - Throws: `text.not-representable` with the offset of what they would not read alike.
    public static func singleQuotedEnvValue(_ text: String) throws(AuthKeysError) -> String {
        if let obstacle = SingleQuotingObstacle(in: text.utf8.span) {
            throw AuthKeysError(
                TextCode.notRepresentable, "the value has \(obstacle.reason.explanation)",
                hint: "write JSON with \\u escapes, or keep the value in base64 or in a file",
                at: SourceLocation(byteOffset: obstacle.byteOffset))
        }
        return "'" + text + "'"
    }
}
