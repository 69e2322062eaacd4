/// Keeps key files out of git, in the root of a project or in a folder of emitted files.
package struct GitIgnoreEmitter: Sendable {
    package static let fileName = ".gitignore"

    /// - Parameter names: of the secret files of one folder; each is a name that this tool chose.
    package static func covering(_ names: [String]) -> EmittedFile {
        let lines = ["# \(EmittedFile.mayBeCommitted) The private key is in what it names."] + names.map { "/\($0)" }
        return EmittedFile(
            fileName, "keeps the secret files out of git", public: lines.joined(separator: "\n") + "\n")
    }

    package init() {}

    package func files() -> [EmittedFile] {
        let text = """
            # \(EmittedFile.mayBeCommitted)
            # What authkeys writes with a private key in it, in any folder of the project, and what usually holds one.
            # A keyring whose name does not hold 'keyring' needs a line of its own.
            # A file that git knows already stays in it: git rm --cached FILE takes it out, and its key has to be replaced.
            jwt_private_key*
            *.private.pem
            *.key
            *.p12
            *.pfx
            .env
            .env.*
            *.env
            !.env.example
            secret.yaml
            auth-keys/convex.json
            auth-keys/jwt.json
            *.previous-*/
            convex-rotation-*.json
            convex-rotation-*.json.lock
            *keyring*.json
            *keyring*.json.lock

            """
        return [EmittedFile(Self.fileName, "for the root of a project", public: text)]
    }
}
