internal import Encodings

/// Elements and text for XML, HTML and SVG. Text from outside can only be put in as text: there is no other way in.
struct Markup: Sendable {
    private enum Content: Sendable {
        case text(String)
        case verbatim(StaticString)
        case element(name: StaticString, attributes: [(name: StaticString, value: String)], children: [Markup])
    }

    private let content: Content

    /// Shown as it is, on one line: whatever the page or the reader would obey is made visible.
    static func text(_ text: String) -> Self { Self(content: .text(text)) }

    /// A line end, a style sheet.
    static func verbatim(_ text: StaticString) -> Self { Self(content: .verbatim(text)) }

    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ children: [Markup] = []
    ) -> Self {
        Self(content: .element(name: name, attributes: attributes.map { ($0.key, $0.value) }, children: children))
    }

    /// With one text in it.
    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ text: String
    ) -> Self {
        element(name, attributes, [.text(text)])
    }

    /// Each on a line of its own.
    static func lines(_ lines: [String]) -> [Markup] {
        lines.flatMap { [.text($0), .verbatim("\n")] }
    }

    /// An element without content gets an end tag too, which HTML needs and XML allows.
    var text: String {
        switch content {
        case .text(let text): return Escaper.html(text)
        case .verbatim(let text): return text.description
        case .element(let name, let attributes, let children):
            let attributes = attributes.map { " \($0.name)=\"\(Escaper.html($0.value))\"" }.joined()
            let end = Self.isVoid(name) ? "" : "</\(name)>"
            return "<\(name)\(attributes)>" + children.map(\.text).joined() + end
        }
    }

    /// The one element without an end tag (HTML §13.1.2) that is used here.
    private static func isVoid(_ name: StaticString) -> Bool { name.description == "meta" }
}
