internal import CryptoOpenSSL
internal import Encodings
internal import EnvironmentText

/// A format for files of variables: how it is written, and how each of its readers sees it.
package struct VariablesFormat: Sendable {
    /// The kind on the command line.
    package let kind: String
    package let fileName: String
    let purpose: String
    /// What the file says of itself, lines of comments.
    let remarks: [String]
    let append: @Sendable (String, Span<UInt8>, inout SecretBuilder) throws(AuthKeysError) -> Void
    let readings: @Sendable (Span<UInt8>) throws(AuthKeysError) -> [EnvironmentFile]

    /// A `.env` file that Node's and Python's dotenv, sh and docker compose read alike.
    package static let dotEnv = Self(
        kind: "dotenv", fileName: "auth.env", purpose: "the variables, for dotenv readers and sh",
        remarks: [
            "For dotenv libraries, sh, compose's env_file, and 'npx convex env set < auth.env'.",
            "Not for 'docker run --env-file', which would keep the quotes: authkeys emit docker-env",
        ],
        append: { name, value, text throws(AuthKeysError) in
            try DotEnvWriter.append(name: name, value: value, to: &text)
        },
        readings: { text throws(AuthKeysError) in
            [DotEnv.parse(text), try PythonDotEnv.parse(text), try ShellAssignments.parse(text)]
        })

    /// A file for `docker run --env-file`, which knows no quotes.
    package static let dockerEnv = Self(
        kind: "docker-env", fileName: "docker.env", purpose: "the variables, for docker run --env-file",
        remarks: [
            "For 'docker run --env-file docker.env': no quotes, each character counts.",
            "A variable of a container never reaches a Convex function: authkeys emit docker-entrypoint",
        ],
        append: { name, value, text throws(AuthKeysError) in
            try DockerEnvFileWriter.append(name: name, value: value, to: &text)
        },
        readings: { text throws(AuthKeysError) in [try DockerEnvFile.parse(text)] })
}
