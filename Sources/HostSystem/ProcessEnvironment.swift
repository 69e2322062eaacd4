package import Encodings
import Glibc

/// The environment variables of this process, read once.
package struct ProcessEnvironment: Sendable {
    /// The variables whose value is UTF-8.
    ///
    /// Names are ASCII: POSIX knows no others, and two that differ in bytes alone would be one key in a dictionary of
    /// strings (the Kelvin sign and `K`).
    package let variables: [String: String]
    /// The names of those whose value is not UTF-8, sorted.
    package let undecodable: [String]

    /// Takes a copy; a variable that is set afterwards is not seen.
    package static func current() -> Self {
        var entries: [[UInt8]] = []
        var next = unsafe environ
        while let entry = unsafe next.pointee {
            unsafe entries.append(Array(UnsafeRawBufferPointer(start: entry, count: strlen(entry))))
            unsafe next += 1
        }
        return Self(entries: entries)
    }

    /// - Parameter entries: `NAME=value` in bytes. Of two with one name the first counts, as for getenv(3); one
    ///   without `=`, or with a name that is not ASCII, is left out.
    package init(entries: [[UInt8]]) {
        var variables: [String: String] = [:]
        var undecodable: [String] = []
        var seen: Set<String> = []
        for entry in entries {
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
            guard let name = String(validating: entry[..<equals], as: Unicode.ASCII.self) else { continue }
            guard seen.insert(name).inserted else { continue }
            if let value = String(validating: entry[(equals + 1)...], as: UTF8.self) {
                variables[name] = value
            } else {
                undecodable.append(name)
            }
        }
        self.variables = variables
        self.undecodable = undecodable.sorted()
    }

    /// nil when it is not set; an empty value is a value.
    ///
    /// - Throws: `env.invalid-utf8`.
    package func value(of name: String) throws(AuthKeysError) -> String? {
        if let value = variables[name] { return value }
        guard undecodable.contains(name) else { return nil }
        throw AuthKeysError(
            EnvironmentCode.invalidUTF8, "the environment variable '\(name)' is set to bytes that are not UTF-8",
            hint: "find the place: printenv \(shellWord(name)) | iconv -f UTF-8 -t UTF-8 > /dev/null")
    }
}
