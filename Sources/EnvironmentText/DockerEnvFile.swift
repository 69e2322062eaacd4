package import Encodings

/// `docker run --env-file` (docker's command line, measured with 28.2): one line a variable, taken as it stands.
///
/// Quotes and whitespace belong to the value, `#` begins a comment only at the start of a line, and a name alone takes
/// its value from docker's own environment. Docker compose's `env_file` is another grammar.
package enum DockerEnvFile {
    /// In bytes, without the line feed; docker refuses the whole file for one longer line.
    package static let maximumLineByteCount = 65_535

    /// - Throws: `env.invalid-utf8`, `env.invalid-name` (none, or with a space or a tab) or `env.too-large`, where
    ///   docker refuses the file. What the line holds is not repeated: it may be a piece of a key.
    package static func parse(_ bytes: Span<UInt8>) throws(AuthKeysError) -> EnvironmentFile {
        var file = EnvironmentFile()
        var line = 0
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            line += 1
            let location = SourceLocation(byteOffset: start, line: line)
            try parse(line: bytes.extracting(start..<end), at: location, into: &file)
            start = end + 1
        }
        return file
    }

    private static func parse(
        line bytes: Span<UInt8>, at location: SourceLocation, into file: inout EnvironmentFile
    ) throws(AuthKeysError) {
        guard bytes.count <= maximumLineByteCount else {
            throw AuthKeysError(
                EnvironmentCode.tooLarge,
                "the line has \(bytes.count) bytes; docker reads lines of at most \(maximumLineByteCount)",
                hint: "hand the value over in a file", at: location)
        }
        let number = location.line ?? 1
        var text: [UInt8] = []
        text.append(bytes)
        if text.last == UInt8(ascii: "\r") { text.removeLast() }
        if let offset = UTF8Decoding.firstIllFormedOffset(in: text.span) {
            throw AuthKeysError(
                EnvironmentCode.invalidUTF8, "the line has bytes that are not UTF-8; docker refuses the whole file",
                hint: "save the file as UTF-8",
                at: SourceLocation(byteOffset: location.byteOffset + offset, line: number))
        }
        if number == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        let start = Whitespace.go.skip(in: text, from: 0)
        guard start < text.count, text[start] != UInt8(ascii: "#") else { return }
        let separator = text[start...].firstIndex(of: UInt8(ascii: "="))
        let name = text[start..<(separator ?? text.count)]
        try check(name, at: location)
        let nameText = String(decoding: name, as: UTF8.self)
        if let separator {
            let value = Array(text[(separator + 1)...])
            file.assignments.append(
                .init(name: nameText, value: value, line: number, quoting: .none, hasExport: false))
        } else {
            file.bareNames.append(.init(name: nameText, line: number))
        }
    }

    private static func check(_ name: ArraySlice<UInt8>, at location: SourceLocation) throws(AuthKeysError) {
        if name.isEmpty {
            throw AuthKeysError(
                EnvironmentCode.invalidName, "the line has no name before the '='; docker refuses the whole file",
                hint: "write NAME=value", at: location)
        }
        guard name.contains(UInt8(ascii: " ")) || name.contains(UInt8(ascii: "\t")) else { return }
        throw AuthKeysError(
            EnvironmentCode.invalidName, "the name has a space or a tab; docker refuses the whole file",
            hint: "write NAME=value, without 'export' and without spaces around '='", at: location)
    }
}
