internal import AuthKeysJOSE
internal import CryptoOpenSSL
internal import Deployment
internal import Encodings
internal import EnvironmentText
internal import HostSystem

/// What was fetched, as the files that it becomes. Nothing is repaired: every value stands there as it is stored.
struct PulledValues {
    let variables: [DeploymentVariable]
    /// How many were fetched with them and are not written.
    let discardedCount: Int

    /// - Throws: `convex.not-set`.
    init(_ stored: DeploymentVariables, isEverything: Bool, origin: String) throws(AuthKeysError) {
        var chosen: [DeploymentVariable] = []
        for name in ConvexAuthVariable.names {
            if let value = stored[name] {
                chosen.append(DeploymentVariable(name: name, value: value))
            } else if !isEverything {
                throw AuthKeysError(
                    ConvexCode.notSet, "\(name) is not set on '\(origin)'",
                    hint: "authkeys generate makes both values, authkeys convex push auth-keys --yes sets them; "
                        + "'--all' fetches what is set")
            }
        }
        if isEverything {
            let names = ConvexAuthVariable.names
            chosen += stored.all.filter { variable in !names.contains { $0.utf8.elementsEqual(variable.name.utf8) } }
                .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        }
        guard !chosen.isEmpty else {
            throw AuthKeysError(
                ConvexCode.notSet, "no variable is set on '\(origin)'", hint: "check that it is the one meant")
        }
        variables = chosen
        discardedCount = stored.all.count - chosen.count
    }

    /// Lines that a dotenv reader, `sh` and `npx convex env set` read alike, each of them tried.
    /// - Throws: `env.invalid-name`, `env.not-representable`; `internal.proof-failed`.
    func dotenv() throws(AuthKeysError) -> SecretBytes {
        var text = SecretBuilder(reservingCapacity: 8192)
        for variable in variables {
            do throws(AuthKeysError) {
                try variable.value.withBytes { value throws(AuthKeysError) in
                    try DotEnvWriter.append(name: variable.name, value: value, to: &text)
                }
            } catch {
                throw AuthKeysError(
                    EnvironmentCode.notRepresentable, "not every value can stand in a dotenv file: \(error.message)",
                    hint: "--format json writes every value: --out variables.json", at: error.location)
            }
        }
        let written = text.finish()
        try written.withBytes { bytes throws(AuthKeysError) in
            for file in [DotEnv.parse(bytes), try PythonDotEnv.parse(bytes), try ShellAssignments.parse(bytes)] {
                guard isWhole(file) else {
                    throw AuthKeysError(
                        InternalCode.proofFailed,
                        "a reader of dotenv files would not read the values that were fetched",
                        hint: "nothing was written; please report this with the output of 'authkeys --version'")
                }
            }
        }
        return written
    }

    /// The same for every value that JSON can hold, which is every value there is.
    func json() -> SecretBytes {
        let members = variables.map { variable in
            JSONMember(
                name: variable.name, value: .string(String(decoding: variable.value.exposeSecret(), as: UTF8.self)))
        }
        let text = JSONValue.object([
            "schema": .string("authkeys.variables/1"), "environment": .object(members),
        ])
        return SecretBytes(copying: (text.compactJSON + "\n").utf8.span)
    }

    /// The files of `generate`, made of what is stored.
    /// - Throws: what ``dotenv()`` throws; `convex.not-set`; for a private key that cannot be read, what is wrong with it.
    func folder() throws(AuthKeysError) -> [StagedFile] {
        let found = DeploymentVariables(variables)
        guard let text = found[ConvexAuthVariable.privateKey], let set = found[ConvexAuthVariable.keySet] else {
            throw AuthKeysError(
                ConvexCode.notSet, "a folder of keys needs both JWT_PRIVATE_KEY and JWKS",
                hint: "--out variables.env writes what is set")
        }
        let key: RSAPrivateKey
        do throws(AuthKeysError) {
            key = try text.withBytes { text throws(AuthKeysError) in
                try RSAPrivateKey(pemRepresentation: text, grammar: .lax)
            }
        } catch {
            throw AuthKeysError(
                error, about: ConvexAuthVariable.privateKey,
                hint: "--out variables.env writes the value as it is; authkeys key inspect says what is wrong with it")
        }
        let pem = try key.pkcs8DERRepresentation().withBytes { PEM.encode($0, label: RSAPrivateKey.label) }
        return [
            StagedFile(
                name: KeyPairFolder.ignoreName, isSecret: false,
                contents: Array(KeyPairFolder.ignored(valuesName: "convex.env").utf8)),
            StagedFile(name: KeyPairFolder.privateKeyName, isSecret: true, contents: pem),
            StagedFile(name: "convex.env", isSecret: true, contents: try dotenv()),
            StagedFile(
                name: KeyPairFolder.publicKeyName, isSecret: false,
                contents: Array(try key.publicKey.pemRepresentation.utf8)),
            // A set with a private member in it is no public file, whatever it is called.
            StagedFile(
                name: KeyPairFolder.jwksName, isSecret: Self.isSecret(set),
                contents: set.exposeSecret() + [UInt8(ascii: "\n")]),
        ]
    }

    private static func isSecret(_ set: SecretBytes) -> Bool {
        let document = set.withBytes { bytes in try? JWKSetDocument(reading: bytes) }
        guard let document else { return true }
        return document.entries.contains { !$0.privateMembers.isEmpty }
    }

    private func isWhole(_ file: EnvironmentFile) -> Bool {
        file.skippedLines.isEmpty && file.assignments.count == variables.count
            && zip(file.assignments, variables).allSatisfy { assignment, variable in
                assignment.name.utf8.elementsEqual(variable.name.utf8)
                    && variable.value.withBytes { value in
                        value.count == assignment.value.count
                            && value.indices.allSatisfy { value[$0] == assignment.value[$0] }
                    }
            }
    }
}

extension AuthKeysError {
    /// The same error about a variable, with another way out.
    fileprivate init(_ error: AuthKeysError, about name: String, hint: String) {
        self.init(
            ConsumerCode.keyTextRefused, "\(name) is no RSA private key in PKCS#8: \(error.message)", hint: hint,
            underlying: [error.description])
    }
}
