internal import CryptoOpenSSL
package import Encodings
internal import EnvironmentText

/// A `.env` file that Node's and Python's dotenv, sh and docker compose read alike.
package struct DotEnvEmitter: Sendable {
    package static let fileName = "auth.env"

    private let key: EmittedKey
    private let issuer: Issuer?

    package init(_ key: EmittedKey, issuer: Issuer?) {
        self.key = key
        self.issuer = issuer
    }

    /// - Throws: `internal.proof-failed`.
    package func files() throws(AuthKeysError) -> [EmittedFile] {
        var text = SecretBuilder(reservingCapacity: 16384)
        text.append("# \(EmittedFile.mayNotBeCommitted)\n")
        text.append("# For dotenv libraries, sh, compose's env_file, and 'npx convex env set < \(Self.fileName)'.\n")
        text.append("# Not for 'docker run --env-file', which would keep the quotes: authkeys emit docker-env\n")
        try key.privateKeyLine.withBytes { line throws(AuthKeysError) in
            try DotEnvWriter.append(name: EmittedKey.privateKeyName, value: line, to: &text)
        }
        try DotEnvWriter.append(name: EmittedKey.jwksName, value: key.jwksText.utf8.span, to: &text)
        if let issuer {
            text.append(EnvironmentIssuer.comment)
            try DotEnvWriter.append(name: EnvironmentIssuer.name, value: issuer.text.utf8.span, to: &text)
        }
        let contents = text.finish()
        try prove(contents)
        return [EmittedFile(Self.fileName, "the variables, for dotenv readers and sh", secret: contents)]
    }

    /// As three readers see it: Node's dotenv, python-dotenv and a shell.
    private func prove(_ contents: SecretBytes) throws(AuthKeysError) {
        try contents.withBytes { text throws(AuthKeysError) in
            let readings = try EmitProof.proving(Self.fileName) { () throws(AuthKeysError) in
                [DotEnv.parse(text), try PythonDotEnv.parse(text), try ShellAssignments.parse(text)]
            }
            for file in readings { try EnvironmentIssuer.prove(file, key, issuer, in: Self.fileName) }
        }
    }
}
