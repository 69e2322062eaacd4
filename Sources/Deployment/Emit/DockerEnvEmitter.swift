internal import CryptoOpenSSL
package import Encodings
internal import EnvironmentText

/// A file for `docker run --env-file`, which knows no quotes.
package struct DockerEnvEmitter: Sendable {
    package static let fileName = "docker.env"

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
        text.append("# For 'docker run --env-file \(Self.fileName)': no quotes, each character counts.\n")
        text.append("# A variable of a container never reaches a Convex function: authkeys emit docker-entrypoint\n")
        try key.privateKeyLine.withBytes { line throws(AuthKeysError) in
            try DockerEnvFileWriter.append(name: EmittedKey.privateKeyName, value: line, to: &text)
        }
        try DockerEnvFileWriter.append(name: EmittedKey.jwksName, value: key.jwksText.utf8.span, to: &text)
        if let issuer {
            text.append(EnvironmentIssuer.comment)
            try DockerEnvFileWriter.append(name: EnvironmentIssuer.name, value: issuer.text.utf8.span, to: &text)
        }
        let contents = text.finish()
        try contents.withBytes { bytes throws(AuthKeysError) in
            let file = try EmitProof.proving(Self.fileName) { () throws(AuthKeysError) in
                try DockerEnvFile.parse(bytes)
            }
            try EnvironmentIssuer.prove(file, key, issuer, in: Self.fileName)
        }
        return [EmittedFile(Self.fileName, "the variables, for docker run --env-file", secret: contents)]
    }
}
