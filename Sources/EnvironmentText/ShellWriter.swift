package import Encodings

/// Lines for a script or a file that a POSIX shell reads.
package enum ShellWriter {
    /// Appends `export NAME=word` and a line feed, or nothing when it throws; any value without a NUL can be written.
    ///
    /// - Throws: `env.invalid-name`, or `env.not-representable` for a NUL.
    package static func append<Sink: ByteSink & ~Copyable>(
        name: String, value: Span<UInt8>, to sink: inout Sink
    ) throws(AuthKeysError) {
        try VariableName.check(name)
        for index in value.indices where value[index] == 0 {
            throw AuthKeysError(
                EnvironmentCode.notRepresentable, "the value of \(name) has a NUL, which no shell variable can hold",
                hint: "write the value in base64, or keep it in a file", at: SourceLocation(byteOffset: index))
        }
        sink.append("export ")
        sink.append(name)
        sink.append("=")
        try Escaper.appendShellWord(value, to: &sink)
        sink.append("\n")
    }
}
