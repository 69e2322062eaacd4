import CryptoOpenSSL
import Deployment
import Foundation
import TestSupport
import Testing

/// Patterns, as git applies them.
@Suite struct GitIgnoreEmitterTests {
    @Test func covers_what_holds_a_key_and_nothing_else() throws {
        let secret = [
            "auth-keys/jwt_private_key.pem", "auth-keys/convex.env", "auth-keys/jwt.env", "auth-keys/convex.json",
            "auth-keys/jwt.json", "authkeys-dotenv/auth.env", "authkeys-docker-env/docker.env",
            "authkeys-compose/jwt_private_key.pem", "authkeys-kubernetes/secret.yaml", ".env", ".env.local",
            "deploy/.env.production", "auth-keys.previous-20260101T000000Z/jwks.json", "server.key", "keyring.json",
            "etc/auth-keyring-2.json", "keyring.json.lock", "convex-rotation-127.0.0.1-3210.json",
            "convex-rotation-127.0.0.1-3210.json.lock",
        ]
        let open = [
            "auth-keys/jwks.json", "auth-keys/jwt_public.pem", "authkeys-compose/compose.yaml", "convex.json",
            "authkeys-kubernetes/deployment-patch.yaml", "authkeys-compose/authkeys-entrypoint.sh", ".env.example",
            "convex/auth.config.ts", ".gitignore", "src/keys.ts", "src/keyring.ts",
        ]
        #expect(try ignored(secret + open, by: GitIgnoreEmitter().files()[0]) == secret)
    }

    @Test func in_a_folder_it_covers_the_names_given() throws {
        let file = GitIgnoreEmitter.covering(["auth.env"])
        #expect(try ignored(["auth.env", "sub/auth.env", ".gitignore"], by: file) == ["auth.env"])
    }

    private func ignored(_ paths: [String], by file: EmittedFile) throws -> [String] {
        try withTemporaryFolder { folder in
            try Data(file.contents.exposeSecret()).write(to: folder.appending(path: file.name))
            let environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1"]
            let initial = ChildProcess(
                "git", ["init", "--quiet"], environment: environment, workingDirectory: folder.path)
            #expect(try initial.run().succeeded)
            let check = ChildProcess(
                "git", ["check-ignore", "--no-index", "--stdin"], environment: environment,
                workingDirectory: folder.path)
            return try check.run(input: paths.joined(separator: "\n") + "\n").outputText
                .split(separator: "\n").map(String.init)
        }
    }
}
