import Encodings
import EnvironmentText

enum Writer: CaseIterable {
    case dotEnv, dockerEnvFile, shell

    func append(_ name: String, _ value: [UInt8], to file: inout [UInt8]) throws(AuthKeysError) {
        switch self {
        case .dotEnv: try DotEnvWriter.append(name: name, value: value.span, to: &file)
        case .dockerEnvFile: try DockerEnvFileWriter.append(name: name, value: value.span, to: &file)
        case .shell: try ShellWriter.append(name: name, value: value.span, to: &file)
        }
    }
}
