internal import Encodings

/// Where a value was found, for people and for the commands that mend it.
package struct ValuePlace: Sendable, Hashable {
    /// What holds it.
    package enum Holder: Sendable, Hashable {
        case environment
        /// A variable of a file of variables; the line is counted from 1.
        case environmentFile(path: String, line: Int)
        /// The whole of a file, or of what a `SOURCE` names.
        case source(name: String, path: String?)
        /// The text of an option itself.
        case argument
    }

    package let holder: Holder
    /// The variable's name, or the option's with its hyphens.
    package let name: String

    package init(_ holder: Holder, name: String) {
        self.holder = holder
        self.name = name
    }

    /// `JWT_PRIVATE_KEY in the environment`, `JWKS on line 2 of 'prod.env'`, `--key 'key.pem'`.
    package var description: String {
        switch holder {
        case .environment: "\(name) in the environment"
        case .environmentFile(let path, let line): "\(name) on line \(line) of '\(path)'"
        case .source(let source, _): "\(name) \(source)"
        case .argument: name
        }
    }

    /// The file that has to be edited, where there is one.
    package var path: String? {
        switch holder {
        case .environmentFile(let path, _): path
        case .source(_, let path): path
        case .environment, .argument: nil
        }
    }

    package var finding: FindingPlace? {
        switch holder {
        case .environmentFile(let path, let line): FindingPlace(path: path, line: line)
        case .source(_, let path): path.map { FindingPlace(path: $0) }
        case .environment, .argument: nil
        }
    }
}

extension ValuePlace {
    /// The same value as a `SOURCE` of a command; `SOURCE` itself where it is none.
    var source: String {
        switch holder {
        case .environment: "env:\(name)"
        case .source(_, let path): path.flatMap { try? Escaper.shellWord($0) } ?? "SOURCE"
        case .environmentFile, .argument: "SOURCE"
        }
    }
}
