internal import CommandOptions
internal import CryptoOpenSSL
internal import Deployment
internal import Encodings
internal import EnvironmentText

/// The two values that are to be set: from a folder that `generate` or `convex pull` wrote, or from a file of variables.
enum PushInput: Sendable {
    case folder(String)
    case source(InputSource)

    private static let limit = 1 << 20

    /// The commands that make both values of a key and set them.
    static let derivation =
        "authkeys emit dotenv --key KEY --out fixed, then authkeys convex push --env-file fixed/auth.env"

    /// Exactly the two variables; what else is in the file is left out. And what they were read from, as it is typed
    /// again.
    /// - Throws: what `InputReader.read` throws; `file.missing`, `convex.missing-value`, `env.duplicate-name`, `json.*`.
    func read(_ context: CommandContext) throws(AuthKeysError) -> (values: DeploymentVariables, file: String) {
        let (text, source) = try text(context)
        do throws(AuthKeysError) {
            let values = try text.withBytes { bytes throws(AuthKeysError) in
                KeyInputs.isJSON(bytes) ? try Self.json(bytes) : try Self.dotenv(bytes)
            }
            var variables: [DeploymentVariable] = []
            for (name, value) in zip(ConvexAuthVariable.names, values) {
                guard let value else {
                    throw AuthKeysError(
                        ConvexCode.missingValue, "there is no \(name) in it, and both values are set together",
                        hint: "authkeys generate makes both; of a key alone: \(Self.derivation)")
                }
                variables.append(DeploymentVariable(name: name, value: SecretBytes(copying: value.span)))
            }
            return (DeploymentVariables(variables), source.argument)
        } catch { throw error.about(source.displayName) }
    }

    private func text(_ context: CommandContext) throws(AuthKeysError) -> (SecretBytes, InputSource) {
        switch self {
        case .source(let source): return (try context.inputs.read(source, limit: Self.limit), source)
        case .folder(let path):
            for name in ["convex.env", "convex.json"] {
                let source = InputSource.file("\(path)/\(name)")
                do throws(AuthKeysError) {
                    return (try context.inputs.read(source, limit: Self.limit), source)
                } catch {
                    guard error.code == FileCode.missing.code else { throw error }
                }
            }
            throw AuthKeysError(
                FileCode.missing, "there is neither convex.env nor convex.json in '\(path)'",
                hint: "authkeys generate makes such a folder; a file of variables is named with --env-file")
        }
    }

    /// As `npx convex env set` reads it.
    private static func dotenv(_ text: Span<UInt8>) throws(AuthKeysError) -> [[UInt8]?] {
        let file = DotEnv.parse(text)
        var values: [[UInt8]?] = []
        for name in ConvexAuthVariable.names {
            let found = file.assignments.filter { $0.name.utf8.elementsEqual(name.utf8) }
            guard found.count <= 1 else {
                throw AuthKeysError(
                    EnvironmentCode.duplicateName,
                    "\(name) is set on the lines \(found.map { String($0.line) }.joined(separator: " and "))",
                    hint: "remove the one that is not meant")
            }
            values.append(found.first?.value)
        }
        return values
    }

    /// What `generate --format json` writes.
    private static func json(_ text: Span<UInt8>) throws(AuthKeysError) -> [[UInt8]?] {
        let json = try JSON.parse(text, limits: JSONLimits(bytes: limit, depth: 16))
        let values = json["environment"] ?? json
        return ConvexAuthVariable.names.map { name in (values[name]?.string).map { Array($0.utf8) } }
    }
}
