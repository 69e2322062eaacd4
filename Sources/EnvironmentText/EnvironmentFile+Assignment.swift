extension EnvironmentFile {
    package struct Assignment: Sendable, Hashable {
        /// How the value stands in the file; `mixed` is a shell word of several parts.
        package enum Quoting: Sendable, Hashable {
            case none, single, double, backtick, mixed
        }

        /// As the reader takes it, valid or not. A damaged multi-line key leaves lines that read as assignments, so a
        /// name that is not a ``VariableName`` may be a piece of the key: do not print it.
        package let name: String
        package let value: [UInt8]
        /// Counted from 1: where the name stands.
        package let line: Int
        package let quoting: Quoting
        /// Whether `export` stands before it.
        package let hasExport: Bool

        package init(name: String, value: [UInt8], line: Int, quoting: Quoting, hasExport: Bool) {
            self.name = name
            self.value = value
            self.line = line
            self.quoting = quoting
            self.hasExport = hasExport
        }
    }
}

extension EnvironmentFile.Assignment: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "assignment on line \(line), value of \(value.count) bytes not shown" }
    package var debugDescription: String { description }
    package var customMirror: Mirror {
        Mirror(self, children: ["line": line, "quoting": quoting, "hasExport": hasExport])
    }
}
