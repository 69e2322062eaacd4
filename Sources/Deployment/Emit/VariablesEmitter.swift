internal import CryptoOpenSSL
package import Encodings
internal import EnvironmentText

/// JWT_PRIVATE_KEY and JWKS, and perhaps JWT_ISSUER, as a file of variables.
package struct VariablesEmitter: Sendable {
    private static let issuerName = "JWT_ISSUER"

    private let format: VariablesFormat
    private let key: EmittedKey
    private let issuer: Issuer?

    package init(_ format: VariablesFormat, _ key: EmittedKey, issuer: Issuer?) {
        self.format = format
        self.key = key
        self.issuer = issuer
    }

    /// - Throws: `env.not-representable` for an issuer that the format has no way to write; `internal.proof-failed`.
    package func files() throws(AuthKeysError) -> [EmittedFile] {
        var text = SecretBuilder(reservingCapacity: 16384)
        for line in [EmittedFile.mayNotBeCommitted] + format.remarks { text.append("# \(line)\n") }
        try key.privateKeyLine.withBytes { line throws(AuthKeysError) in
            try format.append(EmittedKey.privateKeyName, line, &text)
        }
        try format.append(EmittedKey.jwksName, key.jwksText.utf8.span, &text)
        if let issuer {
            text.append(
                "# For services of your own. Nothing in Convex reads it: there, CONVEX_SITE_ORIGIN is the issuer.\n")
            try format.append(Self.issuerName, issuer.text.utf8.span, &text)
        }
        let contents = text.finish()
        try contents.withBytes { bytes throws(AuthKeysError) in
            let readings = try EmitProof.proving(format.fileName) { () throws(AuthKeysError) in
                try format.readings(bytes)
            }
            for file in readings { try prove(file) }
        }
        return [EmittedFile(format.fileName, format.purpose, secret: contents)]
    }

    /// As one reader sees it.
    private func prove(_ file: EnvironmentFile) throws(AuthKeysError) {
        let names = [EmittedKey.privateKeyName, EmittedKey.jwksName] + (issuer == nil ? [] : [Self.issuerName])
        try EmitProof.require(
            file.assignments.map(\.name) == names && file.skippedLines.isEmpty && file.bareNames.isEmpty,
            in: format.fileName)
        let values = file.assignments.map(\.value)
        let (privateKey, jwks) = (values[0], values[1])
        try EmitProof(key).require(privateKey: privateKey.span, in: format.fileName)
        try EmitProof(key).require(jwks: jwks.span, in: format.fileName)
        if let issuer { try EmitProof.require(values[2] == Array(issuer.text.utf8), in: format.fileName) }
    }
}
