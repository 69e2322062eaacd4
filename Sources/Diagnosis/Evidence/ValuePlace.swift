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
        /// A variable that a deployment stores.
        case deployment(origin: String)
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
        case .deployment(let origin): "\(name) on '\(origin)'"
        case .argument: name
        }
    }

    /// The file that has to be edited, where there is one.
    package var path: String? {
        switch holder {
        case .environmentFile(let path, _): path
        case .source(_, let path): path
        case .environment, .deployment, .argument: nil
        }
    }

    package var finding: FindingPlace? {
        switch holder {
        case .environmentFile(let path, let line): FindingPlace(path: path, line: line)
        case .source(_, let path): path.map { FindingPlace(path: $0) }
        case .environment, .deployment, .argument: nil
        }
    }
}

extension ValuePlace {
    /// The same value as a `SOURCE` of a command; `SOURCE` itself where it is none.
    var source: String { nameableSource ?? "SOURCE" }

    /// Where it is a keyring, of which a key and a set are parts.
    var isKeyring: Bool { if case .source = holder { name.utf8.elementsEqual("--keyring".utf8) } else { false } }

    /// `nil` where no `SOURCE` names it.
    var nameableSource: String? {
        switch holder {
        // Of a variable that names a file only the name would be read, and a keyring is no key.
        case .environment: name.utf8.suffix(5).elementsEqual(WatchedVariable.fileSuffix.utf8) ? nil : "env:\(name)"
        case .source(_, let path): isKeyring ? nil : path.flatMap { try? Escaper.shellWord($0) }
        case .environmentFile, .deployment, .argument: nil
        }
    }
}
