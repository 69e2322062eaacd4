/// Tells an argument that is the thing itself from one that says where it is.
///
/// Arguments are visible to every process of the machine and stay in the history of the shell, and a path that does not
/// exist would be repeated in a message: a key that somebody pasted is recognised before either happens again.
enum PastedText: Sendable, Hashable {
    case key, json, token, severalLines, long

    /// nil when it can be the name of something. `./` before a name makes it one, whatever it begins with.
    init?(_ argument: String) {
        let start = argument.unicodeScalars.drop { " \t\r\n\"'\u{FEFF}".unicodeScalars.contains($0) }
        let bytes = String(start).utf8
        if bytes.starts(with: "-----BEGIN".utf8) || bytes.starts(with: Self.base64OfPEM.utf8) {
            self = .key
        } else if bytes.starts(with: "{".utf8) {
            self = .json
        } else if bytes.starts(with: "eyJ".utf8) {
            self = .token
        } else if bytes.contains(UInt8(ascii: "\n")) || bytes.contains(UInt8(ascii: "\r")) {
            self = .severalLines
        } else if bytes.count >= Self.longestPath {
            self = .long
        } else {
            return nil
        }
    }

    /// How `-----BEGIN ` begins in base64.
    private static let base64OfPEM = "LS0tLS1CRUdJTi"

    /// PATH_MAX of Linux, with its NUL.
    private static let longestPath = 4_096

    var description: String {
        switch self {
        case .key: "the text of a key"
        case .json: "JSON, perhaps a key"
        case .token: "a token, or base64 of JSON"
        case .severalLines: "a text of several lines"
        case .long: "a text that is longer than any path"
        }
    }
}
