/// What stands for a value in help and in messages, `BITS` or `DIR|-`, and what kind of thing the value names.
///
/// A literal stands for a value of which nothing is known. The two go together so that whoever writes `FILE` has said,
/// too, that the shell may complete the name of one.
package struct Metavar: Sendable, Hashable, ExpressibleByStringLiteral {
    package enum Place: Sendable, Hashable {
        /// A file, or a folder on the way to one.
        case file
        case folder
    }

    package let text: String
    /// `nil` when the value names no place.
    package let place: Place?

    package init(stringLiteral text: String) {
        self.init(text, place: nil)
    }

    private init(_ text: String, place: Place?) {
        self.text = text
        self.place = place
    }

    package static func file(_ text: String) -> Self { Metavar(text, place: .file) }

    package static func folder(_ text: String) -> Self { Metavar(text, place: .folder) }

    /// A path, among the other places where something is read from.
    package static let source = Metavar.file("SOURCE")

    /// Whether the text is that of a place, and nothing says so.
    var hidesPlace: Bool {
        guard place == nil else { return false }
        return text.split(separator: "|").contains {
            ["DIR", "FILE", "FOLDER", "KEYRING", "PATH", "SOURCE"].contains($0)
        }
    }
}
