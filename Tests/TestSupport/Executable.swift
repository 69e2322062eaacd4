import Foundation

package enum Executable {
    /// The programs that `make test` installs for the tests alone come before those on PATH.
    /// - Throws: ``ChildProcess/Failure/notFound(_:)``.
    package static func path(of name: String) throws(ChildProcess.Failure) -> String {
        guard !name.contains("/") else { return name }
        let clients = Repository.root.appending(path: ".build/test-clients/bin").path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        for folder in [clients] + path.split(separator: ":").map(String.init) {
            let candidate = "\(folder)/\(name)"
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        }
        throw .notFound(name)
    }
}
