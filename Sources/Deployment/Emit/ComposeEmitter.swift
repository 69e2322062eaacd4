internal import CryptoOpenSSL
package import Encodings

/// A compose file for the self-hosted backend, with the entrypoint and the key as docker secrets.
package struct ComposeEmitter: Sendable {
    package static let fileName = "compose.yaml"
    static let privateKeyName = "jwt_private_key.pem"
    static let jwksName = "jwks.json"

    private let key: EmittedKey
    private let siteOrigin: Issuer
    private let cloudOrigin: Issuer

    /// - Parameters:
    ///   - siteOrigin: the issuer: where the world reaches port 3211.
    ///   - cloudOrigin: where the world reaches port 3210.
    package init(_ key: EmittedKey, siteOrigin: Issuer, cloudOrigin: Issuer) {
        self.key = key
        self.siteOrigin = siteOrigin
        self.cloudOrigin = cloudOrigin
    }

    package static let fileNames = [
        fileName, DockerEntrypointEmitter.fileName, privateKeyName, jwksName,
    ]

    /// - Throws: `internal.proof-failed`.
    package func files() throws(AuthKeysError) -> [EmittedFile] {
        let jwks = key.jwksText + "\n"
        let proof = EmitProof(key)
        try proof.require(jwks: jwks.utf8.span, in: Self.jwksName)
        try key.privateKeyPEM.withBytes { pem throws(AuthKeysError) in
            try proof.require(privateKey: pem, in: Self.privateKeyName)
        }
        let compose = try text()
        let origins = [siteOrigin.text, cloudOrigin.text].map(Self.composed)
        try EmittedYAML.require(compose, holds: origins, in: Self.fileName)
        return [
            EmittedFile(Self.fileName, "the backend, seeded by its entrypoint", public: compose)
        ] + (try DockerEntrypointEmitter().files()) + [
            EmittedFile(Self.privateKeyName, "the docker secret", secret: key.privateKeyPEM),
            EmittedFile(Self.jwksName, "the set that the key is published as", public: jwks),
        ]
    }

    /// Compose replaces `$NAME` in every value, and `$$` stands for `$`.
    private static func composed(_ text: String) -> String {
        text.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$")
    }

    private func scalar(_ text: String) -> String { Escaper.yaml(Self.composed(text)) }

    private func text() throws(AuthKeysError) -> String {
        """
        # \(EmittedFile.mayBeCommitted) The key is in \(Self.privateKeyName), which may not.
        #
        # docker compose up --detach --wait
        #
        # The entrypoint seeds JWT_PRIVATE_KEY and JWKS as variables of the deployment when it has none; what it did stands
        # in the last line of: docker compose logs backend | grep 'authkeys: result'
        services:
          backend:
            # Pin it to the release that you run.
            image: "ghcr.io/get-convex/convex-backend:latest"
            # Takes away the seeding process when it is done. No 'user:' here: the scripts of the image are root's alone.
            init: true
            stop_signal: SIGINT
            stop_grace_period: 10s
            restart: unless-stopped
            working_dir: "/convex"
            entrypoint: ["/bin/sh", "/usr/local/lib/authkeys/\(DockerEntrypointEmitter.fileName)"]
            ports:
              - "3210:3210"
              - "3211:3211"
            environment:
              # Where the world reaches port 3210 and 3211. The second is the issuer of the tokens, byte for byte, and the
              # backend itself fetches it from inside the container.
              CONVEX_CLOUD_ORIGIN: \(scalar(cloudOrigin.text))
              CONVEX_SITE_ORIGIN: \(scalar(siteOrigin.text))
              # Given to the container and read by the entrypoint; no function sees them.
              JWT_PRIVATE_KEY_FILE: "/run/secrets/jwt_private_key"
              JWKS_FILE: "/run/secrets/jwks"
              # 1 replaces what the deployment has: after a rotation elsewhere that would bring the old key back.
              AUTHKEYS_OVERWRITE: "0"
            secrets:
              - "jwt_private_key"
              - "jwks"
            volumes:
              - "data:/convex/data"
              - type: bind
                source: "./\(DockerEntrypointEmitter.fileName)"
                target: "/usr/local/lib/authkeys/\(DockerEntrypointEmitter.fileName)"
                read_only: true
            healthcheck:
              # Without '&& test …' the backend is healthy also when it could not be seeded.
              test: ["CMD-SHELL", "curl -fsS -o /dev/null http://127.0.0.1:3210/version && test -e \(DockerEntrypointEmitter.marker)"]
              interval: 5s
              timeout: 5s
              retries: 3
              start_period: 60s
        secrets:
          jwt_private_key:
            file: "./\(Self.privateKeyName)"
          jwks:
            file: "./\(Self.jwksName)"
        volumes:
          data: {}

        """
    }
}
