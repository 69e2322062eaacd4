package import Encodings

/// Lines for a `.env` file that sh, Node's dotenv, python-dotenv, docker compose's and Ruby's read to the same bytes.
///
/// Double quotes where nothing in them means anything to any of these readers, else single quotes. `docker run
/// --env-file` is another format: it would keep the quotes and end the value at a line feed (``DockerEnvFileWriter``).
package enum DotEnvWriter {
    /// Appends `NAME="value"` or `NAME='value'` and a line feed, or nothing when it throws.
    ///
    /// - Throws: `env.invalid-name`, or `env.not-representable` with the offset in the value of what the readers would
    ///   not read alike. The value itself is never part of the error.
    package static func append<Sink: ByteSink & ~Copyable>(
        name: String, value: Span<UInt8>, to sink: inout Sink
    ) throws(AuthKeysError) {
        try VariableName.check(name)
        let quote = try quote(for: value, of: name)
        sink.append(name)
        sink.append("=")
        sink.append(quote)
        sink.append(value)
        sink.append(quote)
        sink.append("\n")
    }

    private static func quote(for value: Span<UInt8>, of name: String) throws(AuthKeysError) -> StaticString {
        if isPlainInDoubleQuotes(value) { return "\"" }
        guard let obstacle = SingleQuotingObstacle(in: value) else { return "'" }
        throw AuthKeysError(
            EnvironmentCode.notRepresentable, "the value of \(name) has \(obstacle.reason.explanation)",
            hint: "write JSON with \\u escapes, a PEM key on one line with spaces, anything else in base64",
            at: SourceLocation(byteOffset: obstacle.byteOffset))
    }

    /// Without `!` too: an interactive shell, into which such a line is pasted, looks for its history there.
    private static func isPlainInDoubleQuotes(_ value: Span<UInt8>) -> Bool {
        for index in value.indices {
            switch value[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "!"):
                return false
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0: return false
            default: continue
            }
        }
        return UTF8Decoding.firstIllFormedOffset(in: value) == nil
    }
}
