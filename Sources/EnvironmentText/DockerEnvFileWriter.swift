package import Encodings

/// Lines for `docker run --env-file`, which takes everything behind the '=' as it stands, spaces and quotes included.
package enum DockerEnvFileWriter {
    /// Appends `NAME=value` and a line feed, or nothing when it throws.
    ///
    /// - Throws: `env.invalid-name`, or `env.not-representable` for a line feed, a NUL, a carriage return at the end
    ///   (docker drops it), bytes that are not UTF-8, or a line above ``DockerEnvFile/maximumLineByteCount``.
    package static func append<Sink: ByteSink & ~Copyable>(
        name: String, value: Span<UInt8>, to sink: inout Sink
    ) throws(AuthKeysError) {
        try VariableName.check(name)
        if let (found, offset) = obstacle(in: value, nameByteCount: name.utf8.count) {
            throw AuthKeysError(
                EnvironmentCode.notRepresentable, "the value of \(name) has \(found)",
                hint: "write a PEM key on one line with spaces, anything else in base64, or mount it as a file",
                at: SourceLocation(byteOffset: offset))
        }
        sink.append(name)
        sink.append("=")
        sink.append(value)
        sink.append("\n")
    }

    private static func obstacle(in value: Span<UInt8>, nameByteCount: Int) -> (found: String, offset: Int)? {
        if let offset = UTF8Decoding.firstIllFormedOffset(in: value) {
            return ("bytes that are not UTF-8, for which docker refuses the whole file", offset)
        }
        for index in value.indices {
            switch value[index] {
            case 0: return ("a NUL, which no environment variable can hold", index)
            case UInt8(ascii: "\n"): return ("a line feed, where docker ends the value", index)
            case UInt8(ascii: "\r") where index == value.count - 1:
                return ("a carriage return at its end, which docker drops", index)
            default: continue
            }
        }
        let limit = DockerEnvFile.maximumLineByteCount - nameByteCount - 1
        return value.count > limit ? ("\(value.count) bytes, and docker reads at most \(limit) here", limit) : nil
    }
}
