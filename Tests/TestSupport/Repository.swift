package import Foundation

/// The checkout that the tests were built from.
package enum Repository {
    package static let root = URL(filePath: #filePath, directoryHint: .notDirectory)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    package static var fixtures: URL { root.appending(path: "Fixtures", directoryHint: .isDirectory) }

    /// Every regular file below `folder` whose name ends in `.ext`, as paths from the root, sorted; none when there is
    /// no such folder. Names that start with a dot are left out.
    package static func files(below folder: String, ext: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        return (names?.compactMap { $0 as? String } ?? [])
            .filter { name in
                (name as NSString).pathExtension == ext && !name.split(separator: "/").contains { $0.hasPrefix(".") }
            }
            .map { "\(folder)/\($0)" }
            .sorted()
    }

    /// - Parameter path: from the root of the checkout.
    package static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The product `authkeys`: `AUTHKEYS_BINARY` when it is set (from the root when it is relative), else the one that
    /// was built together with these tests.
    package static var commandBinary: URL {
        if let path = ProcessInfo.processInfo.environment["AUTHKEYS_BINARY"] {
            return URL(filePath: path, relativeTo: root).absoluteURL
        }
        return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "authkeys")
    }
}
