/// The text of a set, cut at the elements of `keys`. Put together again without an edit it is the same bytes.
struct JWKSetText: Sendable {
    private struct Element {
        /// The white space before it.
        var leading: [UInt8]
        let text: [UInt8]
        /// The white space between it and the comma after it.
        var trailing: [UInt8] = []
    }

    /// Up to the bracket that opens `keys`, and from the one that closes it.
    private let head: [UInt8]
    private let tail: [UInt8]
    private var elements: [Element] = []
    /// The white space before the closing bracket.
    private var closing: [UInt8] = []
    private var layout = JWKText.Layout.compact
    /// The white space before the first element that was read.
    private var firstLeading: [UInt8] = []

    /// - Parameter keys: the array `keys` of the set that was read from `text`.
    init(_ text: Span<UInt8>, keys: JSONValue) {
        func slice(_ range: Range<Int>) -> [UInt8] {
            let part = text.extracting(range)
            return part.indices.map { part[$0] }
        }
        let end = JSONExtent.end(from: keys.byteOffset, in: text) - 1
        var cursor = keys.byteOffset + 1
        head = slice(0..<cursor)
        tail = slice(end..<text.count)
        for json in keys.elements ?? [] {
            if !elements.isEmpty {
                let comma = Self.firstComma(from: cursor, in: text)
                elements[elements.count - 1].trailing = slice(cursor..<comma)
                cursor = comma + 1
            }
            let leading = slice(cursor..<json.byteOffset)
            cursor = JSONExtent.end(from: json.byteOffset, in: text)
            elements.append(Element(leading: leading, text: slice(json.byteOffset..<cursor)))
            if let found = JWKText.layout(of: json, in: text) { layout = found }
        }
        closing = slice(cursor..<end)
        firstLeading = elements.first?.leading ?? []
    }

    var bytes: [UInt8] {
        let inner = elements.map { $0.leading + $0.text + $0.trailing }.joined(separator: [UInt8(ascii: ",")])
        return head + inner + closing + tail
    }

    /// At the end, laid out as the last key is.
    mutating func append(_ key: JWKText) {
        var leading = elements.count > 1 ? elements[elements.count - 1].leading : firstLeading
        if !elements.isEmpty, leading.isEmpty, layout.separator == Array(", ".utf8) { leading = [0x20] }
        elements.append(Element(leading: leading, text: key.text(in: layout)))
    }

    mutating func remove(at index: Int) {
        let removed = elements.remove(at: index)
        if index == 0, !elements.isEmpty { elements[0].leading = removed.leading }
        if index == elements.count, index > 0 { elements[index - 1].trailing = [] }
        if elements.isEmpty { closing = Self.keepsLineEnd(closing) ? closing : [] }
    }

    /// An array on several lines stays on several lines, so that a key that is added later stands as the others did.
    private static func keepsLineEnd(_ space: [UInt8]) -> Bool { space.contains(0x0A) }

    private static func firstComma(from start: Int, in text: Span<UInt8>) -> Int {
        var index = start
        while index < text.count, text[index] != UInt8(ascii: ",") { index += 1 }
        return index
    }
}
