/// Where the values of a JSON text stand in it. The text was checked as a whole: what is read out of it later cannot
/// fail, and most of a token's values never become a `String`.
package struct JSONIndex: Sendable {
    package enum Kind: UInt8, Sendable {
        case object, array, string, escapedString, number, boolean, null

        package var isString: Bool { self == .string || self == .escapedString }
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

    /// The strings among the elements of an array, or the node itself when it is a string.
    package func strings(_ node: Int) -> [Int] {
        guard nodes[node].kind == .array else { return nodes[node].kind.isString ? [node] : [] }
        return children(node).filter { nodes[$0].kind.isString }
    }

    package func elementCount(_ array: Int) -> Int { children(array).count }

    private func children(_ array: Int) -> [Int] {
        var children: [Int] = []
        var child = array + 1
        while child < after(array) {
            children.append(child)
            child = after(child)
        }
        return children
    }

    /// `an object`, `a string`, …: for messages.
    package func typeName(_ node: Int) -> String {
        switch nodes[node].kind {
        case .object: "an object"
        case .array: "an array"
        case .string, .escapedString: "a string"
        case .number: "a number"
        case .boolean: "a boolean"
        case .null: "null"
        }
    }
}
