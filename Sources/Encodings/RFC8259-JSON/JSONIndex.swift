/// Where the values of a JSON text stand in it. The text was checked as a whole: what is read out of it later cannot
/// fail, and most of a token's values never become a `String`.
package struct JSONIndex: Sendable {
    package enum Kind: UInt8, Sendable {
        case object, array, string, escapedString, number, boolean, null
    }

    /// A value or a member name. The nodes inside a value follow it; a member is its name and then its value.
    package struct Node: Sendable {
        package let kind: Kind
        let start: UInt32
        /// Of a string, both without its quotation marks; of an object or array, its first character.
        var end: UInt32
        /// The number of the node that comes after this value and everything inside it.
        var next: UInt32

        package var range: Range<Int> { Int(start)..<Int(end) }

        /// Where the value begins: a string with its quotation mark.
        package var byteOffset: Int {
            switch kind {
            case .string, .escapedString: Int(start) - 1
            default: Int(start)
            }
        }
    }

    package let nodes: [Node]
    /// Names that their object already had.
    package let duplicateNames: [Int]

    init(nodes: [Node], duplicateNames: [Int]) {
        self.nodes = nodes
        self.duplicateNames = duplicateNames
    }

    /// - Throws: as ``JSON/parse(_:limits:)-(Span<UInt8>,_)``, but for duplicates, which are in ``duplicateNames``.
    package init(_ text: Span<UInt8>, limits: JSONLimits) throws(AuthKeysError) {
        guard text.count <= limits.bytes else {
            throw AuthKeysError(
                JSONCode.tooLarge, "JSON of \(text.count) bytes where at most \(limits.bytes) are read",
                at: SourceLocation(byteOffset: limits.bytes))
        }
        var scanner = JSONScanner(limits: limits)
        self = try scanner.document(text)
    }

    /// The number of the value behind the last node of its object or array, when the loop of a caller goes by
    /// `child = index.after(child)`.
    package func after(_ node: Int) -> Int { Int(nodes[node].next) }

    /// The value of the first member of that name; the object is the node given.
    package func member(_ name: StaticString, of object: Int, in text: Span<UInt8>) -> Int? {
        guard nodes[object].kind == .object else { return nil }
        var child = object + 1
        while child < after(object) {
            if string(child, equals: name, in: text) { return child + 1 }
            child = after(child + 1)
        }
        return nil
    }
}
