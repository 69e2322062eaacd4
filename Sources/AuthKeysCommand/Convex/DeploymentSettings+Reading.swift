internal import CryptoOpenSSL
internal import Deployment
internal import Encodings
internal import EnvironmentText

extension DeploymentSettings {
    /// Those of the environment and of the files in this folder.
    /// - Throws: `file.*` for a file of settings that is there and cannot be read.
    static func read(_ context: CommandContext) throws(AuthKeysError) -> Self {
        var files: [(name: String, contents: EnvironmentFile)] = []
        for name in DeploymentSettings.fileNames {
            do throws(AuthKeysError) {
                let text = try context.inputs.read(.file(name), limit: 1 << 20)
                files.append((name, text.withBytes { DotEnv.parse($0) }))
            } catch {
                // A folder of that name is a Python environment.
                guard [FileCode.missing.code, FileCode.notAFile.code].contains(error.code) else { throw error }
            }
        }
        return Self(environment: context.environment, files: files)
    }
}
