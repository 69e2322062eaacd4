import Encodings

/// `${NAME}` and `${NAME:-default}`, from the file's earlier lines, then from the environment, else empty.
enum PythonInterpolation {
    /// Each line can double the one before it: Python has no limit here, and this has.
    static let maximumByteCount = 1 << 20

    static func resolve(
        _ file: EnvironmentFile, _ environment: [[UInt8]: [UInt8]]
    ) throws(AuthKeysError) -> EnvironmentFile {
        var known = environment
        var inserted = 0
        var resolved = file
        resolved.assignments = []
        var bareNames = file.bareNames[...]
        for assignment in file.assignments {
            // A name without a value hides what the environment has, from its line on.
            while let bare = bareNames.first, bare.line < assignment.line {
                known[Array(bare.name.utf8)] = []
                bareNames.removeFirst()
            }
            let value = try insert(into: assignment, known, &inserted)
            known[Array(assignment.name.utf8)] = value
            resolved.assignments.append(
                .init(
                    name: assignment.name, value: value, line: assignment.line, quoting: assignment.quoting,
                    hasExport: assignment.hasExport))
        }
        return resolved
    }

    private static func insert(
        into assignment: EnvironmentFile.Assignment, _ known: [[UInt8]: [UInt8]], _ inserted: inout Int
    ) throws(AuthKeysError) -> [UInt8] {
        let value = assignment.value
        var references = ReferenceFinder(value)
        var output: [UInt8] = []
        var copied = 0
        while let reference = references.next() {
            output += value[copied..<reference.range.lowerBound]
            copied = reference.range.upperBound
            let text = known[Array(value[reference.name])] ?? Array(value[reference.fallback])
            inserted += text.count
            guard inserted <= maximumByteCount else {
                throw AuthKeysError(
                    EnvironmentCode.tooLarge, "variables insert each other into more than \(maximumByteCount) bytes",
                    hint: "write '$' in another way than '${NAME}'",
                    at: SourceLocation(byteOffset: reference.range.lowerBound, line: assignment.line))
            }
            output += text
        }
        return output + value[copied...]
    }
}

/// Finds `\$\{[^}:]*(?::-[^}]*)?\}`, each stop looked for once.
private struct ReferenceFinder {
    private let value: [UInt8]
    private var index = 0
    private var nameEnd = 0
    private var brace = 0

    init(_ value: [UInt8]) {
        self.value = value
    }

    struct Reference {
        let range: Range<Int>
        let name: Range<Int>
        /// Empty where there is none.
        let fallback: Range<Int>
    }

    mutating func next() -> Reference? {
        while index + 1 < value.count {
            defer { index += 1 }
            guard value[index] == UInt8(ascii: "$"), value[index + 1] == UInt8(ascii: "{") else { continue }
            if let reference = reference(at: index) {
                index = reference.range.upperBound - 1
                return reference
            }
        }
        return nil
    }

    private mutating func reference(at start: Int) -> Reference? {
        let name = start + 2
        nameEnd = max(nameEnd, name)
        while nameEnd < value.count, value[nameEnd] != UInt8(ascii: "}"), value[nameEnd] != UInt8(ascii: ":") {
            nameEnd += 1
        }
        guard nameEnd < value.count else { return nil }
        if value[nameEnd] == UInt8(ascii: "}") {
            return Reference(range: start..<nameEnd + 1, name: name..<nameEnd, fallback: nameEnd..<nameEnd)
        }
        guard nameEnd + 1 < value.count, value[nameEnd + 1] == UInt8(ascii: "-") else { return nil }
        brace = max(brace, nameEnd + 2)
        while brace < value.count, value[brace] != UInt8(ascii: "}") { brace += 1 }
        guard brace < value.count else { return nil }
        return Reference(range: start..<brace + 1, name: name..<nameEnd, fallback: nameEnd + 2..<brace)
    }
}
