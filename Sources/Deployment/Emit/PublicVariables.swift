internal import Encodings
internal import EnvironmentText

/// A dotenv file of values that are not secret.
enum PublicVariables {
    /// - Throws: `env.not-representable` for a value that dotenv readers would not read alike; `internal.proof-failed`.
    static func text(
        _ values: [(name: String, value: String)], comment: String, in file: String
    ) throws(AuthKeysError) -> String {
        var bytes = Array("# \(comment)\n".utf8)
        for (name, value) in values { try DotEnvWriter.append(name: name, value: value.utf8.span, to: &bytes) }
        let text = bytes
        let readings = try EmitProof.proving(file) { () throws(AuthKeysError) in
            [DotEnv.parse(text.span), try PythonDotEnv.parse(text.span), try ShellAssignments.parse(text.span)]
        }
        for reading in readings {
            let isSame = zip(reading.assignments, values).allSatisfy {
                $0.name == $1.name && $0.value == Array($1.value.utf8)
            }
            try EmitProof.require(isSame && reading.assignments.count == values.count, in: file)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
