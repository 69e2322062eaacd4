/// Finds the names that stand twice in an object.
enum JSONNames {
    /// The most names that are compared with each other, which needs no memory; more go through a set.
    private static let maximumCompared = 16

    /// - Parameters:
    ///   - object: the last object of `nodes`.
    ///   - count: how many members it has.
    static func duplicates(
        of object: Int, count: Int, in nodes: [JSONIndex.Node], _ text: Span<UInt8>
    ) -> [Int] {
        let index = JSONIndex(nodes: nodes, duplicateNames: [])
        if count <= maximumCompared, let duplicates = comparing(of: object, index, text) { return duplicates }
        return inserting(of: object, index, text)
    }

    private static func inserting(of object: Int, _ index: JSONIndex, _ text: Span<UInt8>) -> [Int] {
        var names: Set<[UInt8]> = []
        var duplicates: [Int] = []
        var name = object + 1
        while name < index.nodes.count {
            if !names.insert(index.utf8(name, in: text)).inserted { duplicates.append(name) }
            name = index.after(name + 1)
        }
        return duplicates
    }

    /// Names that differ in length or in their first bytes, as nearly all do, are told apart by one number. `nil` when a
    /// name was written with escapes: it can be equal to one that looks different.
    private static func comparing(of object: Int, _ index: JSONIndex, _ text: Span<UInt8>) -> [Int]? {
        var names = InlineArray<16, (mark: UInt64, node: Int)>(repeating: (0, 0))
        var count = 0
        var duplicates: [Int] = []
        var name = object + 1
        while name < index.nodes.count {
            guard index.nodes[name].kind == .string else { return nil }
            let mark = mark(of: index.nodes[name].range, text)
            for earlier in 0..<count where names[earlier].mark == mark {
                guard index.string(names[earlier].node, equalsString: name, in: text) else { continue }
                duplicates.append(name)
                break
            }
            names[count] = (mark, name)
            count += 1
            name = index.after(name + 1)
        }
        return duplicates
    }

    /// The first seven bytes and the length: equal for equal names that were written without escapes.
    private static func mark(of range: Range<Int>, _ text: Span<UInt8>) -> UInt64 {
        let used = min(range.count, 7)
        var first: UInt64 = 0
        if range.lowerBound + 8 <= text.count {
            first = text.eightBytes(at: range.lowerBound) << (UInt64(8 - used) * 8)
        } else {
            for place in 0..<used { first |= UInt64(text[range.lowerBound + place]) << (UInt64(8 - used + place) * 8) }
        }
        return first | UInt64(range.count & 0xFF)
    }
}
