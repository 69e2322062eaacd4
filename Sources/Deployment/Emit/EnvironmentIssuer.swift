internal import Encodings
internal import EnvironmentText

/// The third variable of an emitted file of variables, and the proof of all three.
enum EnvironmentIssuer {
    static let name = "JWT_ISSUER"
    static let comment =
        "# For services of your own. Nothing in Convex reads it: there, CONVEX_SITE_ORIGIN is the issuer.\n"

    /// - Throws: `internal.proof-failed`.
    static func prove(
        _ file: EnvironmentFile, _ key: EmittedKey, _ issuer: Issuer?, in fileName: String
    ) throws(AuthKeysError) {
        let names = [EmittedKey.privateKeyName, EmittedKey.jwksName] + (issuer == nil ? [] : [name])
        try EmitProof.require(
            file.assignments.map(\.name) == names && file.skippedLines.isEmpty && file.bareNames.isEmpty, in: fileName)
        let values = file.assignments.map(\.value)
        let (privateKey, jwks) = (values[0], values[1])
        try EmitProof(key).require(privateKey: privateKey.span, in: fileName)
        try EmitProof(key).require(jwks: jwks.span, in: fileName)
        if let issuer { try EmitProof.require(values[2] == Array(issuer.text.utf8), in: fileName) }
    }
}
