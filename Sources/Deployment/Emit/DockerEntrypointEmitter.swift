package import Encodings

/// An entrypoint for the image of the self-hosted Convex backend. It holds no key: the container is given one.
package struct DockerEntrypointEmitter: Sendable {
    package static let fileName = "authkeys-entrypoint.sh"
    /// What the script makes when both variables are known to be set, unless `AUTHKEYS_MARKER` names another file.
    package static let marker = "/tmp/authkeys-seeded"

    package init() {}

    /// - Throws: `internal.proof-failed`.
    package func files() throws(AuthKeysError) -> [EmittedFile] {
        // The one thing that the text is composed of: a quote in it would end the program and begin a command.
        try EmitProof.require(!Self.nodeProgram.utf8.contains(UInt8(ascii: "'")), in: Self.fileName)
        return [
            EmittedFile(
                Self.fileName, "seeds the variables of a self-hosted deployment", public: Self.script,
                isExecutable: true)
        ]
    }
}
