internal import CryptoOpenSSL
package import Encodings

/// A Secret, a ConfigMap with the entrypoint, a patch for the Deployment of the backend, and a CronJob that looks at what
/// it publishes.
package struct KubernetesEmitter: Sendable {
    static let secretName = "secret.yaml"
    static let configMapName = "configmap.yaml"
    static let patchName = "deployment-patch.yaml"
    static let cronJobName = "cronjob.yaml"

    package static let fileNames = [secretName, configMapName, patchName, cronJobName]

    private let key: EmittedKey
    let siteOrigin: Issuer
    let cloudOrigin: Issuer
    let name: String

    /// - Parameters:
    ///   - siteOrigin: the issuer: where the world reaches port 3211.
    ///   - cloudOrigin: where the world reaches port 3210.
    ///   - name: of the Deployment and of its container.
    /// - Throws: `usage.invalid-value` for what is no RFC 1123 label.
    package init(
        _ key: EmittedKey, siteOrigin: Issuer, cloudOrigin: Issuer, name: String
    ) throws(AuthKeysError) {
        guard Self.isLabel(name) else {
            throw AuthKeysError(
                UsageCode.invalidValue, "\(Escaper.json(name, shownLength: 80)) is no name that Kubernetes takes",
                hint: "use 1 to 40 of a-z, 0-9 and -, with a letter or a digit at both ends")
        }
        self.key = key
        self.siteOrigin = siteOrigin
        self.cloudOrigin = cloudOrigin
        self.name = name
    }

    /// RFC 1123 §2.1, short enough for the suffixes that are put behind it.
    private static func isLabel(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let isAlphanumeric: (UInt8) -> Bool = { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        guard (1...40).contains(bytes.count), isAlphanumeric(bytes[0]), isAlphanumeric(bytes[bytes.count - 1]) else {
            return false
        }
        return bytes.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    /// - Throws: `internal.proof-failed`.
    package func files() throws(AuthKeysError) -> [EmittedFile] {
        let secret = self.secret
        try secret.withBytes { text throws(AuthKeysError) in
            let scalars = try EmittedYAML.scalars(text, in: Self.secretName)
            let values = scalars.filter { $0.name.hasPrefix("JW") }.map(\.value)
            try EmitProof.require(values.count == 2, in: Self.secretName)
            let (privateKey, jwks) = (values[0], values[1])
            try EmitProof(key).require(privateKey: privateKey.span, in: Self.secretName)
            try EmitProof(key).require(jwks: jwks.span, in: Self.secretName)
        }
        let origins = [siteOrigin.text, cloudOrigin.text].map(Self.expanded)
        try EmittedYAML.require(patch, holds: origins, in: Self.patchName)
        try EmittedYAML.require(cronJob, holds: Array(origins.prefix(1)), in: Self.cronJobName)
        return [
            EmittedFile(Self.secretName, "Secret \(name)-auth-keys", secret: secret),
            EmittedFile(Self.configMapName, "ConfigMap with the entrypoint", public: configMap),
            EmittedFile(Self.patchName, "for: kubectl patch deployment \(name)", public: patch),
            EmittedFile(Self.cronJobName, "looks daily at what is published", public: cronJob),
        ]
    }

    private var secret: SecretBytes {
        var text = SecretBuilder(reservingCapacity: 8192)
        text.append(
            """
            # \(EmittedFile.mayNotBeCommitted)
            apiVersion: v1
            kind: Secret
            metadata:
              name: \(name)-auth-keys
            type: Opaque
            stringData:
              JWT_PRIVATE_KEY: "
            """)
        // PEM on one line has no character that a double-quoted scalar escapes; the proof reads it back.
        key.privateKeyLine.withBytes { text.append($0) }
        text.append("\"\n  JWKS: \(Escaper.yaml(key.jwksText))\n")
        return text.finish()
    }

    private var configMap: String {
        let script = DockerEntrypointEmitter.script.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
        return """
            # \(EmittedFile.mayBeCommitted)
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: \(name)-auth-entrypoint
            data:
              \(DockerEntrypointEmitter.fileName): |
            \(script)
            """
    }

    /// Kubernetes replaces `$(NAME)` in the value of a variable, and `$$` stands for `$`.
    static func expanded(_ text: String) -> String {
        text.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$")
    }

}
