package import AuthKeysJOSE

/// A token as somebody has it.
package struct TokenEvidence: Sendable {
    package let place: ValuePlace
    package let reading: UnverifiedJWT
    /// What the consumer would be given: without the white space that a file or a paste leaves around it.
    package let text: String
    /// The token without what stands around it, where one can be told.
    package let token: String

    package init(reading value: SecretBytes, at place: ValuePlace) {
        self.place = place
        reading = value.withBytes { UnverifiedJWT(reading: $0) }
        text = Self.trimmed(String(decoding: value.exposeSecret(), as: UTF8.self))
        token = Self.core(of: text)
    }

    /// A member of the header, of a token that can be read so far.
    package func header(_ name: String) -> JSONValue? { (try? reading.header?.json.get())?[name] }

    /// A claim, of a token that can be read so far.
    package func claim(_ name: String) -> JSONValue? { (try? reading.claims?.json.get())?[name] }

    private static func trimmed(_ text: String) -> String {
        let isSpace = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
        let start = text.utf8.firstIndex { !isSpace($0) } ?? text.endIndex
        let end = text.utf8.lastIndex { !isSpace($0) }.map { text.utf8.index(after: $0) } ?? start
        return String(text[start..<max(start, end)])
    }

    /// The longest run of base64url with two dots in it.
    private static func core(of text: String) -> String {
        let runs = text.utf8.split { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                false
            default: !"-_.".utf8.contains(byte)
            }
        }
        let tokens = runs.filter { run in run.count { $0 == UInt8(ascii: ".") } == 2 && run.count > 20 }
        return tokens.max { $0.count < $1.count }.map { String(decoding: $0, as: UTF8.self) } ?? text
    }
}
