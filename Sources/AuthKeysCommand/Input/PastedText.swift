internal import CommandOptions

/// Tells an argument that is the thing itself from one that says where it is.
///
/// Arguments are visible to every process of the machine and stay in the history of the shell, and a path that does not
/// exist would be repeated in a message: a key that somebody pasted is recognised before either happens again.
enum PastedText: Sendable, Hashable {
    case key, json, token, severalLines, long

    /// nil when it can be the name of something. `./` before a name makes it one, whatever it holds.
    init?(_ argument: String) {
        let start = argument.unicodeScalars.drop { " \t\r\n\"'\u{FEFF}".unicodeScalars.contains($0) }
        let bytes = String(start).utf8
        let isPath = bytes.starts(with: "./".utf8) || bytes.starts(with: "/".utf8)
        if bytes.starts(with: "-----BEGIN".utf8) || bytes.starts(with: Self.base64OfPEM.utf8) {
            self = .key
        } else if bytes.starts(with: "{".utf8) {
            self = .json
        } else if bytes.starts(with: "eyJ".utf8) {
            self = .token
        } else if !isPath, Self.holdsKey(bytes) {
            self = .key
        } else if !isPath, Self.holds(bytes, "{\"") {
            self = .json
        } else if bytes.contains(UInt8(ascii: "\n")) || bytes.contains(UInt8(ascii: "\r")) {
            self = .severalLines
        } else if bytes.count >= Self.longestPath || Self.hasLongName(bytes) {
            self = .long
        } else {
            return nil
        }
    }

    /// For an option that names what is to be made.
    static func refuse(_ argument: String, inPlaceOf what: String) throws(UsageError) {
        guard let pasted = PastedText(argument) else { return }
        throw UsageError(
            .invalidValue, "\(pasted.description) was given where the \(what) to make is named",
            hint: "arguments are visible to every process: name a \(what), or - for standard output")
    }

    /// How `-----BEGIN ` begins in base64.
    private static let base64OfPEM = "LS0tLS1CRUdJTi"

    /// PATH_MAX of Linux, with its NUL.
    private static let longestPath = 4_096

    /// NAME_MAX of Linux: nothing with a longer part between slashes can exist.
    private static let longestName = 255

    private static func hasLongName(_ bytes: String.UTF8View) -> Bool {
        bytes.split(separator: UInt8(ascii: "/")).contains { $0.count > longestName }
    }

    /// A line of an environment file, `NAME=` and a key, or the base64 of a key without its PEM lines.
    private static func holdsKey(_ bytes: String.UTF8View) -> Bool {
        if holds(bytes, "-----BEGIN") || holds(bytes, base64OfPEM) { return true }
        let value = bytes.firstIndex(of: UInt8(ascii: "=")).map { bytes[bytes.index(after: $0)...] }
        return [bytes[...], value].contains { $0.map(isBareBase64) ?? false }
    }

    private static func holds(_ bytes: String.UTF8View, _ mark: String) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: mark.utf8) }
    }

    /// A DER sequence of a few hundred bytes begins with these three letters; all that is left is of the alphabet.
    private static func isBareBase64(_ text: Substring.UTF8View) -> Bool {
        let text = text.drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        return text.count >= 128 && text.starts(with: "MII".utf8)
            && text.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "+/=-_ \"'\\".utf8.contains(byte)
                }
            }
    }

    var description: String {
        switch self {
        case .key: "the text of a key"
        case .json: "JSON, perhaps a key"
        case .token: "a token, or base64 of JSON"
        case .severalLines: "a text of several lines"
        case .long: "a text that is too long for a path"
        }
    }
}
